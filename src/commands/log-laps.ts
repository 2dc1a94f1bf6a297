import { clockTime } from '../review/clock-time.ts';
import type { LapSummary } from '../review/lap-summary.ts';
import { isUnavailable, type Unavailable } from '../review/unavailable.ts';
import { plainText } from '../ui/plain-text.ts';
import { type Line, line, wrapped } from './log-lines.ts';
import { table } from './log-table.ts';
import { stopWords } from './log-words.ts';

const wideFrom = 70;

/** The laps as a table; from 70 columns on with their starts and stops. */
export function lapLines(laps: readonly LapSummary[], width: number): Line[] {
  if (laps.length === 0) return [line('Laps: no exercise was begun', 'strong'), line('')];
  const wide = width >= wideFrom;
  const shown = columns.filter((column) => wide || column.always);
  const lines = table(
    shown.map(({ title, short, align }) => ({ title: wide ? title : short, ...align })),
    laps.map((lap) => shown.map(({ cell }) => cell(lap))),
    width,
    0,
  );
  return [
    line('Laps', 'strong'),
    ...lines.map((text, index) => line(text, index === 0 ? 'quiet' : 'plain')),
    ...(wide ? wrapped(legend, width, 'quiet') : []),
    line(''),
  ];
}

const legend =
  'rise: from the first 10 s to the highest; back: the longest from a stop until below caution, where that was reached';

type LapColumn = {
  readonly title: string;
  readonly short: string;
  readonly always: boolean;
  readonly align?: { readonly align: 'right' };
  readonly cell: (lap: LapSummary) => string;
};

const right = { align: 'right' } as const;

const columns: readonly LapColumn[] = [
  { title: 'step', short: 'step', always: true, cell: ({ name }) => plainText(name) },
  {
    title: 'from',
    short: 'from',
    always: false,
    align: right,
    cell: ({ startS }) => clockTime(startS),
  },
  {
    title: 'time',
    short: 'time',
    always: true,
    align: right,
    cell: ({ startS, endS }) => clockTime(endS - startS),
  },
  {
    title: 'avg',
    short: 'avg',
    always: true,
    align: right,
    cell: ({ averageBpm }) => bpmText(averageBpm),
  },
  {
    title: 'max',
    short: 'max',
    always: true,
    align: right,
    cell: ({ maxBpm }) => bpmText(maxBpm),
  },
  {
    title: 'rise',
    short: 'rise',
    always: false,
    align: right,
    cell: ({ riseBpm }) => bpmText(riseBpm),
  },
  {
    title: 'back',
    short: 'back',
    always: false,
    align: right,
    cell: ({ backBelowS }) => backText(backBelowS),
  },
  { title: 'outcome', short: 'outcome', always: true, cell: ({ outcome }) => stopWords[outcome] },
  { title: 'stops', short: 'stops', always: false, cell: stopsText },
];

const bpmText = (bpm: number | Unavailable): string =>
  isUnavailable(bpm) ? '-' : String(Math.round(bpm));

function backText(backS: LapSummary['backBelowS']): string {
  if (backS === undefined) return '';
  return isUnavailable(backS) ? '-' : clockTime(backS);
}

function stopsText({ interruptions }: LapSummary): string {
  if (interruptions.length === 0) return '';
  const stoodS = interruptions.reduce((sum, { startS, endS }) => sum + endS - startS, 0);
  return `${interruptions.length}, ${clockTime(stoodS)}`;
}
