import { Box } from 'ink';
import type { ReactNode } from 'react';
import { fittingParts } from './cell-width.ts';
import type { Layout } from './layout.ts';
import type { Look } from './look.ts';
import { pulseLabel, taskColumn } from './number-rows.ts';
import { Row } from './row.tsx';
import type { ScreenModel } from './screen-model.ts';
import type { Task } from './task.ts';

type Props = { model: ScreenModel; look: Look; layout: Layout; columns: number };

/** Names the two numbers above it: how fresh the pulse is, and what the other one counts. */
export function LabelRow({ model, look, layout, columns }: Props): ReactNode {
  const at = taskColumn(model.pulse.digits, layout, columns);
  return (
    <Box width={columns} height={1} flexShrink={0}>
      <Row columns={at} left={look.theme('strong', pulseLabel(model, look.glyphs))} />
      <Row columns={columns - at} left={unitText(model.task, look, columns - at)} />
    </Box>
  );
}

const beatCells = 8;

function unitText({ unit, beat }: Task, { theme, glyphs }: Look, columns: number): string {
  if (beat === undefined) return theme('strong', fittingParts(unit, columns));
  const filled = Math.floor(beat * beatCells);
  const bar = glyphs.filled.repeat(filled) + glyphs.empty.repeat(beatCells - filled);
  return `${theme('key', bar)} ${theme('strong', fittingParts(unit, columns - beatCells - 1))}`;
}
