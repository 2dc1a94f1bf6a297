import { test } from 'vitest';
import { mulberry32 } from '../../../devices/simulator/random.ts';
import { emptyFolder } from '../../end-to-end/pulsepace.ts';
import { expectMutated, expectPrefix, wholeJournal } from '../damaged-journals.ts';

test('D1 a journal cut at every fifth byte: every whole line is verified, and recover ends each tenth', async () => {
  const home = emptyFolder();
  for (let length = 0; length <= wholeJournal.length; length += 5) {
    await expectPrefix(home, length, length % 50 === 0);
  }
});

test('D5 500 seeded mutations of a journal: told with exit 0 or 5, and each spared line is read', async () => {
  const home = emptyFolder();
  for (let seed = 0; seed < 500; seed += 1) await expectMutated(home, mulberry32(seed));
});
