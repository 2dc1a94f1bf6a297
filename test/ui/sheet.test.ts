import { expect, test } from 'vitest';
import { createSheet } from '../../src/ui/sheet.tsx';

/** More rows than ASCII has signs for. */
const rows = Array.from({ length: 300 }, (_, row) => `row ${row} of $& many`);

test('every row comes back in the place of its sign, on a terminal however high', () => {
  const sheet = createSheet();
  const signs = rows.map((row) => sheet.write(row));
  expect(new Set(signs.map((sign) => sign.length))).toEqual(new Set([1]));
  expect(sheet.fill(['', ...signs, ''].join('\n'))).toBe(['', ...rows, ''].join('\n'));
});
