import { cellWidth } from '../ui/cell-width.ts';
import { wrapText } from '../ui/wrap-text.ts';

/** With fewer columns than this beside a label a text is set below it. */
const leastBeside = 24;
const indent = '  ';

/** A label and a text beside it, later rows under the text's first; each at most `width` columns. */
export function hanging(label: string, text: string, width: number): readonly string[] {
  const start = cellWidth(label);
  if (start + cellWidth(text) <= width) return [`${label}${text}`];
  if (width - start < leastBeside) {
    const below = wrapText(text, width - indent.length).map((row) => `${indent}${row}`);
    return label.trim() === '' ? below : [label.trimEnd(), ...below];
  }
  return wrapText(text, width - start).map((row, index) =>
    index === 0 ? `${label}${row}` : `${' '.repeat(start)}${row}`,
  );
}
