import { cellWidth, cutToWidth } from './cell-width.ts';

/** A text as rows of at most `columns`, broken between words; a word too long for a row is cut. */
export function wrapText(text: string, columns: number): readonly string[] {
  if (cellWidth(text) <= columns) return [text];
  const rows: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && cellWidth(longer) > columns) {
      rows.push(current);
      current = word;
    } else current = longer;
  }
  return [...rows, current].map((row) => cutToWidth(row, columns));
}
