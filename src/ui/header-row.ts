import { cellWidth, cutToWidth, fittingParts } from './cell-width.ts';
import type { Look } from './look.ts';
import { rowText } from './row-text.ts';
import type { ScreenModel } from './screen-model.ts';
import type { Role } from './theme.ts';

/** What the row begins with; `isKept` also beside the label of a source, where there is little room. */
export type Heading = { readonly role: Role; readonly text: string; readonly isKept?: boolean };

/** What this is, whose pulse it is, how long it goes, whether it is recorded. */
export function headerRow(
  model: ScreenModel,
  { theme, glyphs }: Look,
  columns: number,
  { role, text, isKept = false }: Heading,
): string {
  const { source, elapsed, left, recording } = model;
  const isNarrow = columns < 70;
  const rest = isNarrow || left === undefined ? '' : ` ${glyphs.separator} ${left}`;
  const written = recording.on
    ? `${glyphs.recording} ${isNarrow && !recording.isBehind ? 'rec' : recording.text}`
    : ` ${recording.text} `;
  const label = source === undefined ? '' : ` ${source} `;
  const isNamed = source === undefined || !isNarrow || isKept;
  const gap = source === undefined ? '' : isNarrow ? ' ' : '  ';
  const room = columns - cellWidth(`${label}${gap}  ${elapsed}${rest}  ${written}`);
  const name = isNamed ? (isKept ? fittingParts(text, room) : cutToWidth(text, room)) : '';
  const time = `${theme('strong', elapsed)}${rest}`;
  return rowText(
    columns,
    theme('unknown-banner', label) + (name === '' ? '' : gap + theme(role, name)),
    `${time}  ${theme(roleOf(recording), written)}`,
  );
}

const roleOf = ({ on, isBehind }: ScreenModel['recording']): Role =>
  on ? (isBehind === true ? 'caution' : 'easy') : 'over-banner';
