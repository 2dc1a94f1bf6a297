import type { Breath } from './breathing-guide.ts';
import { cellWidth, cutToWidth } from './cell-width.ts';
import type { Layout } from './layout.ts';
import type { Look } from './look.ts';
import { rowText } from './row-text.ts';
import type { ScreenModel } from './screen-model.ts';
import { wordRows } from './word-rows.ts';

/** What to do now, in words; where not all fit they take turns. The question about the end takes the first row. */
export function taskRows(
  model: ScreenModel,
  look: Look,
  layout: Layout,
  columns: number,
): readonly string[] {
  const { task, wordPage } = model;
  const { breath, lines, steady = 0 } = task;
  const words = wordRows(lines, { rows: layout.text, columns, steady, page: wordPage });
  // The breath is counted in digits too; where no row is kept for warnings, its bar leaves them one.
  const room = layout.text - words.length - (1 - layout.footer);
  const bar = breath !== undefined && room > 0 ? [breathBar(breath, look, columns)] : [];
  const rows = [...bar, ...words];
  const blank = Array.from({ length: layout.text - rows.length }, () => '');
  return [titleRow(model, look, columns), ...rows, ...blank];
}

function titleRow(model: ScreenModel, { theme }: Look, columns: number): string {
  const { task, next = '', question } = model;
  if (question !== undefined) {
    const asked = cutToWidth(` ${question}`, columns);
    const rest = ' '.repeat(columns - cellWidth(asked));
    return theme('caution-banner', asked + rest);
  }
  const place = task.place === undefined ? '' : `${task.place}  `;
  const fits = cellWidth(place + task.title + next) + 2 <= columns;
  const title = cutToWidth(task.title, columns - cellWidth(place));
  const left = theme('quiet', place) + theme(task.mood === 'stop' ? 'over' : 'strong', title);
  return rowText(columns, left, fits ? theme('quiet', next) : '');
}

function breathBar(
  { word, leftS, fill }: Breath,
  { theme, glyphs }: Look,
  columns: number,
): string {
  const words = ` ${word} ${leftS}`;
  const length = Math.max(4, Math.min(48, columns - 16));
  const filled = Math.round(fill * length);
  const bar = glyphs.filled.repeat(filled) + glyphs.empty.repeat(length - filled);
  return theme('key', bar) + theme('strong', cutToWidth(words, Math.max(0, columns - length)));
}
