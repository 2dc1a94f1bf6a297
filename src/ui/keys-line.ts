import { cellWidth } from './cell-width.ts';
import type { KeyHint } from './key-meaning.ts';
import type { Look } from './look.ts';

/** As many keys as fit into one row; the most needed come first. */
export function keysLine(keys: readonly KeyHint[], { theme }: Look, columns: number): string {
  const isNarrow = columns < 60;
  const gap = isNarrow ? ' ' : '   ';
  let used = 0;
  const shown: string[] = [];
  for (const { key, label: full, brief = full } of keys) {
    const label = isNarrow ? brief : full;
    const width = cellWidth(`${key} ${label}`) + (shown.length === 0 ? 0 : gap.length);
    if (used + width > columns) continue;
    used += width;
    shown.push(`${theme('key', key)} ${label}`);
  }
  return shown.join(gap);
}
