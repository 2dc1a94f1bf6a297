import { findSession } from '../journal/find-session.ts';
import { readJournal } from '../journal/read-journal.ts';
import { clockTime } from '../review/clock-time.ts';
import { type Comparison, compared } from '../review/comparison.ts';
import { endBrief } from '../review/end-brief.ts';
import type { LapSummary } from '../review/lap-summary.ts';
import { type Side, sideOf } from '../review/side.ts';
import { isUnavailable, type Unavailable } from '../review/unavailable.ts';
import { plainText } from '../ui/plain-text.ts';
import type { DataFlags } from './data-options.ts';
import { exitCode } from './door-error.ts';
import { drawingFor } from './drawing.ts';
import type { Io } from './io.ts';
import { jsonLine } from './log-json.ts';
import { drawn, type Line, line, wrapped } from './log-lines.ts';
import type { Drawing } from './log-output.ts';
import { type Column, table } from './log-table.ts';
import { localTime } from './log-words.ts';
import { profileFor } from './profile.ts';
import { visible } from './visible.ts';

/** `log compare`: two sessions side by side, the first named at the left. Returns the exit code: 5 where one is damaged. */
export async function compareLog(
  io: Io,
  [a, b]: readonly [string, string],
  flags: DataFlags,
): Promise<number> {
  const { store, directory } = await profileFor(io, flags);
  const isIrregularTold = store.read().irregularRhythm === true;
  let damaged = false;
  // One after the other: no two sessions are ever in memory.
  const [left, right] = [a, b].map((wanted): Side => {
    const { header, facts, damage, path } = readJournal(findSession(directory, wanted).path);
    if (damage.length > 0) {
      damaged = true;
      io.stderr.write(
        `${damage.length} lines of ${visible(JSON.stringify(path))} could not be read.\n`,
      );
    }
    return sideOf(header, facts, isIrregularTold);
  });
  if (left === undefined || right === undefined) return exitCode.notFound;
  const comparison = compared(left, right);
  io.stdout.write(
    flags.json === true ? jsonLine(comparison) : renderComparison(comparison, drawingFor(io)),
  );
  return damaged ? exitCode.damaged : exitCode.ok;
}

/** Two sessions as text: why they may differ, figures, and the pulse of each exercise; no line wider than `width`. */
export function renderComparison(
  { a, b, differences, exercises }: Comparison,
  drawing: Drawing,
): string {
  const { width } = drawing;
  const rows = figures.map(({ name, of, change }) => [
    name,
    of(a),
    of(b),
    change === undefined ? '' : changeText(change(a), change(b)),
  ]);
  const laps = exercises.map(({ name, a: inA, b: inB }) => [
    plainText(name, 40),
    lapText(inA),
    lapText(inB),
    inA && inB ? changeText(inA.averageBpm, inB.averageBpm) : '',
  ]);
  return drawn(
    [
      ...wrapped(titleText(a, b), width, 'strong'),
      ...differences.flatMap((each) => wrapped(`! ${each}`, width, 'notice')),
      line(''),
      ...tableLines(columnsOf('', a, b, width), rows, width),
      line(''),
      ...wrapped('Average and highest pulse in each exercise', width, 'strong'),
      ...(laps.length === 0
        ? wrapped('no exercise was begun', width)
        : tableLines(columnsOf('', a, b, width), laps, width)),
    ],
    drawing,
  );
}

const titleText = (a: Side, b: Side): string =>
  a.routine === b.routine
    ? plainText(a.routineName)
    : `${plainText(a.routineName)} and ${plainText(b.routineName)}`;

const wideFrom = 60;

function columnsOf(first: string, a: Side, b: Side, width: number): Column[] {
  const when = ({ startedAt, utcOffsetMinutes }: Side): string => {
    const time = localTime(startedAt, utcOffsetMinutes);
    return width < wideFrom ? time.slice('2026-'.length, '2026-11-22'.length) : time;
  };
  return [
    { title: first },
    { title: when(a), align: 'right' },
    { title: when(b), align: 'right' },
    { title: 'change', align: 'right' },
  ];
}

function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): Line[] {
  return table(columns, rows, width, 0).map((text, index) =>
    line(text, index === 0 ? 'quiet' : 'plain'),
  );
}

type Value = number | Unavailable;

type Figure = {
  readonly name: string;
  readonly of: (side: Side) => string;
  readonly change?: (side: Side) => Value;
};

const plain = (name: string, value: (side: Side) => Value): Figure => ({
  name,
  of: (side) => text(value(side)),
  change: value,
});

const figures: readonly Figure[] = [
  { name: 'time', of: ({ durationS }) => clockTime(durationS) },
  { name: 'end', of: ({ endReason }) => endBrief(endReason) },
  {
    name: 'steps done',
    of: ({ stepsDone, steps, routine }) => (routine === 'open' ? '-' : `${stepsDone} of ${steps}`),
  },
  plain('at rest, bpm', ({ rest }) => rest.restingBpm),
  plain('beats it cost', ({ beats }) => beats),
  plain('cautions', ({ warnings }) => warnings.caution),
  plain('over the limit', ({ warnings }) => warnings.over),
  { name: 'in caution', of: ({ zonesS }) => clockTime(zonesS.caution) },
  plain('fall in 60 s', ({ recovery }) => recovery.hrr60Bpm),
  plain('effort, 0 to 10', ({ cr10 }) => cr10 ?? { unavailable: 'not rated' }),
];

const text = (value: Value): string => (isUnavailable(value) ? '-' : String(value));

function lapText(lap: LapSummary | undefined): string {
  if (lap === undefined) return 'not begun';
  if (isUnavailable(lap.averageBpm)) return '-';
  return `${Math.round(lap.averageBpm)} / ${text(lap.maxBpm)}`;
}

function changeText(before: Value, after: Value): string {
  if (isUnavailable(before) || isUnavailable(after)) return '';
  const change = Math.round((after - before) * 10) / 10;
  if (change === 0) return '=';
  return change > 0 ? `+${change}` : String(change);
}
