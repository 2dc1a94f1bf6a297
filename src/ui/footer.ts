import { cellWidth, cutToWidth } from './cell-width.ts';
import { keysLine, pageOfKeys } from './keys-line.ts';
import type { Layout } from './layout.ts';
import type { Look } from './look.ts';
import { noteRow } from './note-row.ts';
import { noticeOf } from './notice.ts';
import { rowText } from './row-text.ts';
import type { ScreenModel } from './screen-model.ts';

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
  const { role, text } = noticeOf(model, look, layout);
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
