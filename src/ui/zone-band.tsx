import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { cellWidth, cutToWidth, fittingParts } from './cell-width.ts';
import { gauge, leastGaugeColumns } from './gauge.ts';
import type { Layout } from './layout.ts';
import type { Look } from './look.ts';
import { Row } from './row.tsx';
import type { ScreenModel } from './screen-model.ts';

type Props = { model: ScreenModel; look: Look; layout: Layout; columns: number };

/** The zone by word, shape, place and colour; the limits with where they come from; and why the guard says so. */
export function ZoneBand({ model, look, layout, columns }: Props): ReactNode {
  const { theme } = look;
  return (
    <Box flexDirection="column" width={columns} flexShrink={0}>
      <Text wrap="truncate">{banner(model, look, layout, columns)}</Text>
      {layout.gauge === 1 ? <GaugeRow model={model} look={look} columns={columns} /> : null}
      {layout.why === 1 ? <Row columns={columns} left={theme('plain', model.why)} /> : null}
    </Box>
  );
}

function banner(
  { zone, limits }: ScreenModel,
  look: Look,
  layout: Layout,
  columns: number,
): string {
  const { theme, glyphs } = look;
  const shape = glyphs[zone.name];
  const name =
    zone.name === 'over'
      ? `${shape.repeat(3)} ${zone.word} ${shape.repeat(3)}`
      : `${shape} ${zone.word}`;
  const right = layout.gauge === 1 ? '' : ` ${limits.brief} `;
  const start = ` ${name}  `;
  const room = columns - cellWidth(start) - cellWidth(right);
  const left = start + fittingParts(zone.advice, room);
  const gap = Math.max(0, columns - cellWidth(left) - cellWidth(right));
  return theme(`${zone.name}-banner`, cutToWidth(left + ' '.repeat(gap) + right, columns));
}

function GaugeRow({ model, look, columns }: Omit<Props, 'layout'>): ReactNode {
  const { theme, glyphs } = look;
  const room = columns - cellWidth(model.limits.text) - 3;
  const spans = gauge(model, room, glyphs);
  const line = spans.map(({ role, text }) => theme(role, text)).join('');
  return room < leastGaugeColumns ? (
    <Row columns={columns} left={model.limits.text} />
  ) : (
    <Row columns={columns} left={line} right={model.limits.text} />
  );
}
