import { cellWidth, cutStartToWidth, cutToWidth } from './cell-width.ts';
import type { Look } from './look.ts';
import { plainText } from './plain-text.ts';
import { rowText } from './row-text.ts';

const cursor = '_';

/** The line a note is typed into, in the place of the keys: the end of the text, and what Enter does. */
export function noteRow(text: string, { theme }: Look, columns: number): string {
  const after = columns < 60 ? 'then d' : 'then d for discomfort';
  const hint = `Enter ${text.trim() === '' ? 'closes' : 'stores'}, ${after}`;
  const written = noteText(text, columns - cellWidth(hint) - 2);
  return rowText(columns, theme('strong', written), theme('key', hint));
}

/** `note: so far_`, its end where it is longer than the room. */
export function noteText(text: string, columns: number): string {
  const label = 'note: ';
  // The cursor goes in before the cleaning, which would take a space at the end away.
  const clean = plainText(`${text}${cursor}`, 4000);
  return cutToWidth(label + cutStartToWidth(clean, columns - label.length), columns);
}
