import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { afterwards } from '../../src/commands/afterwards.ts';
import type { Io } from '../../src/commands/io.ts';
import { noJournal } from '../../src/journal/journal.ts';
import { counted } from '../../src/review/counted.ts';
import { openHeader } from '../session/story.ts';

test('one is one, and all else is many', () => {
  expect([0, 1, 2].map((count) => counted(count, 'fact'))).toEqual([
    '0 facts',
    '1 fact',
    '2 facts',
  ]);
  expect(counted(2, 'was', 'were')).toBe('2 were');
});

test.each([
  [1, '1 fact could not be written'],
  [2, '2 facts could not be written'],
])('D7 %i lost: %s', (lost, words) => {
  const stderr = new PassThrough();
  const io = { ...process, stderr } as unknown as Io;
  afterwards({
    io,
    header: openHeader(),
    journal: { ...noJournal(), unwritten: () => lost },
    kept: [],
    flags: { json: true },
    isAccessible: false,
    isIrregularTold: false,
  });
  expect(String(stderr.read())).toContain(words);
});
