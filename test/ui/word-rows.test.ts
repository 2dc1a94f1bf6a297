import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellWidth } from '../../src/ui/cell-width.ts';
import { wordRows } from '../../src/ui/word-rows.ts';
import { runs } from '../runs.ts';

const lines = ['Sit tall.', 'Turn feet and hands in slow, wide circles.', 'Breathe evenly.'];
const room = { rows: 2, columns: 30, steady: 0, page: 0 };

test('words that fit stand as they are', () => {
  expect(wordRows(lines, { ...room, rows: 4 })).toEqual([
    'Sit tall.',
    'Turn feet and hands in slow,',
    'wide circles.',
    'Breathe evenly.',
  ]);
});

test('others take turns, a sentence whole where it can be, with a sign that more follows', () => {
  const pages = [0, 1, 2, 3].map((page) => wordRows(lines, { ...room, page }));
  expect(pages).toEqual([
    ['Sit tall. …'],
    ['Turn feet and hands in slow,', 'wide circles. …'],
    ['Breathe evenly.'],
    ['Sit tall. …'],
  ]);
});

test('the steady ones stand on every page', () => {
  for (const page of [0, 1, 2]) {
    expect(wordRows(lines, { ...room, steady: 1, page })[0]).toBe('Sit tall.');
  }
});

const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 12 });
const sentence = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));

test('property: no page is too high or too wide, and together they say every word', () => {
  fc.assert(
    fc.property(
      fc.array(sentence, { maxLength: 6 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 20, max: 60 }),
      (all, rows, columns) => {
        const pages = Array.from({ length: 90 }, (_, page) =>
          wordRows(all, { rows, columns, steady: 0, page }),
        );
        for (const page of pages) {
          expect(page.length).toBeLessThanOrEqual(rows);
          for (const row of page) expect(cellWidth(row)).toBeLessThanOrEqual(columns);
        }
        const said = new Set(pages.flat().flatMap((row) => row.split(' ')));
        for (const each of all.flatMap((line) => line.split(' '))) expect(said).toContain(each);
      },
    ),
    { numRuns: runs(100) },
  );
});
