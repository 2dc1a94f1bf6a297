import { cellWidth, cutToWidth } from './cell-width.ts';
import { keysLine, pageOfKeys } from './keys-line.ts';
import type { Layout } from './layout.ts';
import type { Look } from './look.ts';
import { noteRow } from './note-row.ts';
import { rowText } from './row-text.ts';
import type { ScreenModel } from './screen-model.ts';
import type { Role } from './theme.ts';

/** Warnings until they are acknowledged, the link, and the keys, or the note that is being typed. */
export function footerRows(
  model: ScreenModel,
  look: Look,
  layout: Layout,
  columns: number,
): readonly string[] {
  const above = layout.footer === 1 ? [noticeRow(model, look, layout, columns)] : [];
  const { note, keys, keyPage } = model;
  const shown = pageOfKeys(keys, keyPage, columns);
  const last = note === undefined ? keysLine(shown, look, columns) : noteRow(note, look, columns);
  return [...above, last];
}

/** The weightiest of what is to be told, and the link; where both do not fit the link gives way. */
export function noticeRow(model: ScreenModel, look: Look, layout: Layout, columns: number): string {
  const { role, text } = notice(model, look, layout);
  const told = look.theme(role, cutToWidth(text, columns));
  const right = [linkRight(model, columns), model.muted ? 'muted' : ''].find(
    (each) => each !== '' && cellWidth(text) + cellWidth(each) + 2 <= columns,
  );
  return rowText(columns, told, right === undefined ? '' : look.theme('quiet', right));
}

function linkRight({ link, muted }: ScreenModel, columns: number): string {
  if (columns < 60) return muted ? 'muted' : '';
  return muted ? `muted · ${link}` : link;
}

function notice(
  model: ScreenModel,
  { glyphs }: Look,
  layout: Layout,
): { role: Role; text: string } {
  const { warnings, recording, silence, notice: sensor } = model;
  const [first] = warnings;
  if (first !== undefined) {
    const others = layout.columns < 60 ? '+' : 'and ';
    const more = warnings.length > 1 ? `, ${others}${warnings.length - 1} more` : '';
    return { role: 'notice', text: `${glyphs[model.warningLevel ?? 'caution']} ${first}${more}` };
  }
  if (recording.reason !== undefined) return { role: 'over', text: recording.reason };
  if (silence !== undefined) return { role: 'plain', text: silence };
  if (sensor !== undefined && (layout.why === 1 || !sensor.isLasting)) {
    return { role: 'notice', text: sensor.text };
  }
  return { role: 'plain', text: layout.why === 1 ? '' : model.why };
}
