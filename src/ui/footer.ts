import { cellWidth, cutToWidth } from './cell-width.ts';
import { keysLine } from './keys-line.ts';
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
  const link = linkRight(model, columns);
  const { role, text } = notice(model, look, layout);
  const room = columns - (link === '' ? 0 : cellWidth(link) + 2);
  const left = look.theme(role, cutToWidth(text, room));
  const above = layout.footer === 1 ? [rowText(columns, left, look.theme('quiet', link))] : [];
  const { note, keys } = model;
  const last = note === undefined ? keysLine(keys, look, columns) : noteRow(note, look, columns);
  return [...above, last];
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
    const more = warnings.length > 1 ? `, and ${warnings.length - 1} more` : '';
    return { role: 'notice', text: `${glyphs[model.warningLevel ?? 'caution']} ${first}${more}` };
  }
  if (recording.reason !== undefined) return { role: 'over', text: recording.reason };
  if (silence !== undefined) return { role: 'plain', text: silence };
  if (sensor !== undefined && (layout.why === 1 || !sensor.isLasting)) {
    return { role: 'notice', text: sensor.text };
  }
  return { role: 'plain', text: layout.why === 1 ? '' : model.why };
}
