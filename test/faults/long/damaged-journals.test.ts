import { expect, test } from 'vitest';
import { mulberry32 } from '../../../devices/simulator/random.ts';
import { emptyFolder } from '../../end-to-end/pulsepace.ts';
import { expectMutated, expectPrefix, expectPrefixes, wholeJournal } from '../damaged-journals.ts';

const cutsALog = 200;

test('D1 D4 D5 a journal cut at every byte: every whole line is verified and listed, and the catalogue of all is the same again', async () => {
  const home = emptyFolder();
  const lengths = Array.from({ length: wholeJournal.length + 1 }, (_, length) => length);
  expect(lengths.length).toBeGreaterThan(2000);
  for (let from = 0; from < lengths.length; from += cutsALog) {
    await expectPrefixes(home, lengths.slice(from, from + cutsALog));
  }
});

test('D1 a journal cut at every seventeenth byte: recover ends it, and keeps what was torn', async () => {
  const home = emptyFolder();
  for (let length = 0; length <= wholeJournal.length; length += 17) {
    await expectPrefix(home, length);
  }
});

test('D5 500 seeded mutations of a journal: told with exit 0 or 5, and each spared line is read', async () => {
  const home = emptyFolder();
  for (let seed = 0; seed < 500; seed += 1) await expectMutated(home, mulberry32(seed));
});
