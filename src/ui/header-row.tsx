import type { ReactNode } from 'react';
import { cellWidth, cutToWidth } from './cell-width.ts';
import type { Look } from './look.ts';
import { Row } from './row.tsx';
import type { ScreenModel } from './screen-model.ts';

type Props = { model: ScreenModel; look: Look; columns: number };

/** What this is, whose pulse it is, how long it goes, whether it is recorded. */
export function HeaderRow({ model, look, columns }: Props): ReactNode {
  const { theme, glyphs } = look;
  const { source, routine, elapsed, left, recording } = model;
  const isNarrow = columns < 70;
  const rest = isNarrow || left === undefined ? '' : ` ${glyphs.separator} ${left}`;
  const written = recording.on
    ? `${glyphs.recording} ${isNarrow ? 'rec' : recording.text}`
    : ` ${recording.text} `;
  const label = source === undefined ? '' : ` ${source} `;
  const isNamed = source === undefined || !isNarrow;
  const gap = source === undefined || isNarrow ? '' : '  ';
  const taken = cellWidth(`${label}${gap}  ${elapsed}${rest}  ${written}`);
  const name = isNamed ? cutToWidth(`${glyphs.heart} ${routine}`, columns - taken) : '';
  return (
    <Row
      columns={columns}
      left={theme('unknown-banner', label) + gap + theme('strong', name)}
      right={`${theme('strong', elapsed)}${rest}  ${theme(recording.on ? 'easy' : 'over-banner', written)}`}
    />
  );
}
