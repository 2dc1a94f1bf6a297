import { cellWidth, cutStyled, withoutStyle } from './cell-width.ts';

/** One row with something at each end, both styled or not; where both do not fit, the left is cut. */
export function rowText(columns: number, left: string, right = ''): string {
  const rightWidth = cellWidth(withoutStyle(right));
  if (rightWidth > columns) return cutStyled(right, columns);
  const room = right === '' ? columns : columns - rightWidth - 2;
  const start = cutStyled(left, room);
  if (right === '') return start;
  const gap = columns - rightWidth - cellWidth(withoutStyle(start));
  return start + ' '.repeat(Math.max(0, gap)) + right;
}
