import { cellWidth, cutToWidth } from '../ui/cell-width.ts';

export type Column = { readonly title: string; readonly align?: 'right' };

const between = 2;

/**
 * Rows under their titles as lines, columns two apart. Where they are wider than `width`, the column `yielding`
 * is cut to what is left.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  yielding: number,
): string[] {
  const lines = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, index) =>
    Math.max(...lines.map((line) => cellWidth(line[index] ?? ''))),
  );
  const total = widths.reduce((sum, each) => sum + each, between * (widths.length - 1));
  const room = Math.max(1, (widths[yielding] ?? 0) - Math.max(0, total - width));
  widths[yielding] = room;
  return lines.map((line) =>
    line
      .map((cell, index) => padded(cell, widths[index] ?? 0, columns[index]?.align))
      .join(' '.repeat(between))
      .trimEnd(),
  );
}

function padded(text: string, columns: number, align: Column['align']): string {
  const cut = cutToWidth(text, columns);
  const padding = ' '.repeat(columns - cellWidth(cut));
  return align === 'right' ? padding + cut : cut + padding;
}
