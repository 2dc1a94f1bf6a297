import { cellWidth } from './cell-width.ts';
import type { KeyHint } from './key-meaning.ts';
import type { Look } from './look.ts';

const isNarrow = (columns: number): boolean => columns < 60;
const gapIn = (columns: number): string => (isNarrow(columns) ? ' ' : '   ');
const labelIn = (columns: number, { label, brief = label }: KeyHint): string =>
  isNarrow(columns) ? brief : label;
const widthIn = (columns: number, hint: KeyHint): number =>
  cellWidth(`${hint.key} ${labelIn(columns, hint)}`);

/** As many keys as fit into one row; the most needed come first. */
export const keysLine = (keys: readonly KeyHint[], { theme }: Look, columns: number): string =>
  fitting(keys, columns, columns)
    .map((hint) => `${theme('key', hint.key)} ${labelIn(columns, hint)}`)
    .join(gapIn(columns));

/** Those that fit into `room` cells of a row. */
function fitting(keys: readonly KeyHint[], room: number, columns: number): readonly KeyHint[] {
  let used = 0;
  return keys.filter((hint) => {
    const width = widthIn(columns, hint) + (used === 0 ? 0 : gapIn(columns).length);
    if (used + width > room) return false;
    used += width;
    return true;
  });
}

const more: KeyHint = { key: '?', label: 'more' };

/** All keys where they fit, else one page of them after the other, the first key on each, and what turns the page. */
export function pageOfKeys(
  keys: readonly KeyHint[],
  page: number,
  columns: number,
): readonly KeyHint[] {
  const [first, ...others] = keys;
  if (first === undefined || fitting(keys, columns, columns).length === keys.length) return keys;
  const room = columns - widthIn(columns, more) - gapIn(columns).length;
  const pages: (readonly KeyHint[])[] = [];
  let left: readonly KeyHint[] = others;
  while (left.length > 0) {
    const shown = fitting([first, ...left], room, columns);
    if (shown.length < 2) break;
    pages.push([...shown, more]);
    left = left.filter((hint) => !shown.includes(hint));
  }
  return pages[page % Math.max(1, pages.length)] ?? keys;
}
