import { cellWidth, cutToWidth } from './cell-width.ts';
import type { Layout } from './layout.ts';
import type { Look } from './look.ts';
import { pulseLabel, taskColumn } from './number-rows.ts';
import { rowText } from './row-text.ts';
import type { ScreenModel } from './screen-model.ts';
import type { Task } from './task.ts';

/** Names the two numbers above it: how fresh the pulse is, and what the other one counts. */
export function labelRow(model: ScreenModel, look: Look, layout: Layout, columns: number): string {
  const at = taskColumn(model.pulse.digits, layout, columns);
  const label = cutToWidth(pulseLabel(model, look.glyphs), at);
  const gap = ' '.repeat(Math.max(0, at - cellWidth(label)));
  return look.theme('strong', label) + gap + rowText(columns - at, unitText(model.task, look));
}

const beatCells = 8;

function unitText({ unit, beat }: Task, { theme, glyphs }: Look): string {
  if (beat === undefined) return theme('strong', unit);
  const filled = Math.floor(beat * beatCells);
  const bar = glyphs.filled.repeat(filled) + glyphs.empty.repeat(beatCells - filled);
  return `${theme('key', bar)} ${theme('strong', unit)}`;
}
