import { cellWidth, cutToWidth } from './cell-width.ts';
import type { Look } from './look.ts';
import { rowText } from './row-text.ts';
import type { ScreenModel } from './screen-model.ts';
import type { Role } from './theme.ts';

/** What this is, whose pulse it is, how long it goes, whether it is recorded. */
export function headerRow(model: ScreenModel, { theme, glyphs }: Look, columns: number): string {
  const { source, routine, elapsed, left, recording } = model;
  const isNarrow = columns < 70;
  const rest = isNarrow || left === undefined ? '' : ` ${glyphs.separator} ${left}`;
  const written = recording.on
    ? `${glyphs.recording} ${isNarrow && !recording.isBehind ? 'rec' : recording.text}`
    : ` ${recording.text} `;
  const label = source === undefined ? '' : ` ${source} `;
  const isNamed = source === undefined || !isNarrow;
  const gap = source === undefined || isNarrow ? '' : '  ';
  const taken = cellWidth(`${label}${gap}  ${elapsed}${rest}  ${written}`);
  const name = isNamed ? cutToWidth(`${glyphs.heart} ${routine}`, columns - taken) : '';
  const time = `${theme('strong', elapsed)}${rest}`;
  return rowText(
    columns,
    theme('unknown-banner', label) + gap + theme('strong', name),
    `${time}  ${theme(roleOf(recording), written)}`,
  );
}

const roleOf = ({ on, isBehind }: ScreenModel['recording']): Role =>
  on ? (isBehind === true ? 'caution' : 'easy') : 'over-banner';
