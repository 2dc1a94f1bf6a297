import { bigText, bigTextRows, bigTextWidth } from './big-digits.ts';
import { cutToWidth, fittingParts } from './cell-width.ts';
import type { Layout } from './layout.ts';
import type { Look } from './look.ts';
import type { ScreenModel } from './screen-model.ts';
import { unguardedWord } from './session-words.ts';
import type { Task } from './task.ts';
import type { Role } from './theme.ts';

/** Below this width the two numbers stand as close as they can. */
const closeColumns = 58;

/** Where the second number begins; it stands still while the pulse passes from two digits to three, if there is room. */
export function taskColumn(digits: string, layout: Layout, columns: number): number {
  const isClose = columns < closeColumns;
  const pulseColumns = bigTextWidth(isClose ? digits : '100', layout.digits);
  return Math.min(columns, pulseColumns + (isClose ? 2 : 5));
}

/** The two numbers to be read across a room: the pulse at the left, the count or time at the right. */
export function numberRows(
  model: ScreenModel,
  { glyphs, theme }: Look,
  layout: Layout,
  columns: number,
): readonly string[] {
  const { pulse, task } = model;
  const { digits: rows, labels } = layout;
  const at = taskColumn(pulse.digits, layout, columns);
  const digits = bigText(pulse.digits, rows, { glyphs, faded: pulse.trust === 'late' });
  const role = pulseRole(model);
  const isNamed = isPulseNamed(model, layout);
  const taken = labels === 1 ? 0 : isNamed ? 2 : 1;
  const right = taskRows(task, { glyphs, theme }, rows - taken, columns - at);
  const named = [
    ...(isNamed ? [theme('strong', fittingParts(pulseLabel(model, glyphs), columns - at))] : []),
    ...right,
    ...(labels === 1 ? [] : [fittingParts(task.unit, columns - at)]),
  ];
  return digits.map(
    (line, row) =>
      theme(role, line) + ' '.repeat(Math.max(0, at - line.length)) + (named[row] ?? ''),
  );
}

/** With fewer rows there is none for large digits at the right, named or not. */
const leastRowsUnnamed = 4;

/** Whether the pulse is named beside its digits; a live one needs no word there, nor one that is not measured at all. */
export const isPulseNamed = (
  { pulse, zone }: ScreenModel,
  { labels, digits }: Pick<Layout, 'labels' | 'digits'>,
): boolean =>
  labels === 0 &&
  (digits < leastRowsUnnamed || (pulse.trust !== 'live' && zone.word !== unguardedWord));

export const pulseLabel = ({ pulse }: ScreenModel, { heart }: Look['glyphs']): string =>
  `${heart} ${pulse.text}`;

function taskRows(
  { big, mood }: Task,
  { glyphs, theme }: Look,
  rows: number,
  columns: number,
): readonly string[] {
  if (big === undefined) return rows === 0 ? [] : [''];
  const height = bigTextRows(big, rows, columns);
  const lines = height === 0 ? [cutToWidth(big, columns)] : bigText(big, height, { glyphs });
  return lines.map((line) => theme(mood === 'stop' ? 'over' : 'strong', line));
}

function pulseRole({ pulse, zone }: ScreenModel): Role {
  if (pulse.bpm === undefined || pulse.trust === 'late') return 'quiet';
  return zone.name === 'unknown' ? 'quiet' : zone.name;
}
