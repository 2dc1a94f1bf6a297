import { expect, test } from 'vitest';
import { mulberry32 } from '../../devices/simulator/random.ts';
import { emptyFolder } from '../end-to-end/pulsepace.ts';
import {
  expectMutated,
  expectPrefix,
  headerBytes,
  plantBytes,
  verified,
  wholeJournal,
} from './damaged-journals.ts';

// All of them are in `long/`.

test('D1 a journal cut at some bytes: every whole line is verified, and recover ends it', async () => {
  const home = emptyFolder();
  const end = wholeJournal.length;
  const lengths = [0, 1, headerBytes - 2, headerBytes - 1, headerBytes, headerBytes + 1, end - 1];
  for (let length = headerBytes + 37; length <= end; length += 97) lengths.push(length);
  for (const length of [...lengths, end]) await expectPrefix(home, length);
}, 60_000);

test('D5 25 seeded mutations of a journal: told with exit 0 or 5, and each spared line is read', async () => {
  const home = emptyFolder();
  for (let seed = 0; seed < 25; seed += 1) await expectMutated(home, mulberry32(seed));
}, 60_000);

test('D5 CRLF and a byte order mark are no damage; a line of 10 MB is that line', async () => {
  const home = emptyFolder();
  const text = wholeJournal.toString();
  const facts = text.trimEnd().split('\n').length - 1;
  plantBytes(home, Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`));
  expect(await verified(home)).toMatchObject({ code: 0, facts, problems: [], torn: [] });
  plantBytes(home, Buffer.from(text.replace('\n', `\n${'9'.repeat(10_000_000)}\n`)));
  expect(await verified(home)).toMatchObject({
    code: 5,
    facts,
    problems: [{ line: 2, reason: 'longer than 1 MiB' }],
  });
});
