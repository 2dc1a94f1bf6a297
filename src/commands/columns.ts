import { hanging } from './hanging.ts';

/**
 * Rows as text columns, two spaces apart, without trailing spaces. On a terminal of `width` columns the last cell of a row
 * goes on under itself; off one each row is one line.
 */
export function columns(rows: readonly (readonly string[])[], width?: number): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, cell.length);
    }
  }
  return rows
    .flatMap((row) => {
      const before = row.slice(0, -1).map((cell, index) => `${cell.padEnd(widths[index] ?? 0)}  `);
      return hanging(before.join(''), row.at(-1) ?? '', width ?? Number.POSITIVE_INFINITY);
    })
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
