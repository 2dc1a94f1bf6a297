import type { LoadTrend } from '../review/trends/load-trend.ts';
import type { VariabilityTrend } from '../review/trends/variability-trend.ts';
import type { WeekFigure } from '../review/trends/week-figure.ts';
import type { Trends } from '../review/trends.ts';
import { isUnavailable, type Unavailable } from '../review/unavailable.ts';
import { cellWidth, cutToWidth } from '../ui/cell-width.ts';
import { asciiGlyphs, type Glyphs, unicodeGlyphs } from '../ui/glyphs.ts';
import { plainText } from '../ui/plain-text.ts';
import { sparkline } from '../ui/sparkline.ts';
import { drawn, type Line, line, wrapped } from './log-lines.ts';
import type { Drawing } from './log-output.ts';

/** Trends as text, a figure a line with a bar a week, and how many values it is made of beside it. */
export function renderTrends(trends: Trends, drawing: Drawing): string {
  const paper = paperFor(drawing, trends.weeks);
  return drawn(
    [
      ...headLines(trends, drawing.width),
      line(''),
      ...figure(paper, 'Pulse at rest', trends.restingBpm, 'bpm', 'mornings'),
      ...variabilityLines(trends.rmssd, paper),
      line(''),
      ...exerciseLines(trends, paper),
      ...recoveryLines(trends, paper),
      line(''),
      ...loadLines(trends, paper),
      line(''),
      ...dayLines(trends, paper),
      ...planLines(trends, paper),
    ],
    drawing,
  );
}

type Paper = {
  readonly width: number;
  readonly labelColumns: number;
  /** The newest weeks that there is room for. */
  readonly weeks: number;
  readonly dots: Glyphs['dots'];
  readonly spelt: (text: string) => string;
};

const wideFrom = 64;

function paperFor({ width, unicode = true }: Drawing, weeks: number): Paper {
  const labelColumns = width >= wideFrom ? 24 : 14;
  const room = Math.max(4, width - labelColumns - (width >= wideFrom ? 30 : 14));
  return {
    width,
    labelColumns,
    weeks: Math.min(weeks, room),
    dots: (unicode ? unicodeGlyphs : asciiGlyphs).dots,
    spelt: (text) =>
      unicode
        ? text
        : text.replaceAll('→', '>').replaceAll('·', '-').replaceAll('–', '-').replaceAll('●', 'x'),
  };
}

function headLines({ from, to, weeks, sessions }: Trends, width: number): Line[] {
  const { counted, leftOut } = sessions;
  const out = leftOut === 0 ? '' : `, ${leftOut} left out (no heart of yours)`;
  return [
    ...wrapped(`Trends of ${weeks} weeks`, width, 'strong'),
    ...wrapped(`${from} to ${to}`, width),
    ...wrapped(`${counted} ${counted === 1 ? 'session' : 'sessions'}${out}`, width),
  ];
}

const knownIn = (weeks: readonly WeekFigure[]): number[] =>
  weeks.flatMap(({ value }) => (isUnavailable(value) ? [] : [value]));

/** `label ▃▂▁  72 → 68 bpm · 41 mornings`; on a narrow paper what does not fit goes below. */
function figure(
  { labelColumns, weeks, dots, spelt, width }: Paper,
  label: string,
  figures: readonly WeekFigure[],
  unit: string,
  what: string,
): Line[] {
  const known = knownIn(figures);
  const title = cutToWidth(label, labelColumns - 1).padEnd(labelColumns);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) {
    return wrapped(spelt(`${title}unavailable: nothing was measured`), width, 'quiet');
  }
  const bars = sparkline(
    figures.slice(-weeks).map(({ value }) => (isUnavailable(value) ? undefined : value)),
    dots,
  );
  const change = known.length === 1 ? `${last} ${unit}` : `${first} → ${last} ${unit}`;
  const of = figures.reduce((sum, each) => sum + each.of, 0);
  return pieces(`${title}${bars}`, spelt(change), spelt(`${of} ${what}`), width);
}

function pieces(left: string, change: string, coverage: string, width: number): Line[] {
  const whole = `${left}  ${change} · ${coverage}`;
  if (cellWidth(whole) <= width) {
    return [
      [
        { text: `${left}  ${change}`, role: 'plain' },
        { text: `  ${coverage}`, role: 'quiet' },
      ],
    ];
  }
  return [line(cutToWidth(left, width)), ...wrapped(`  ${change}, ${coverage}`, width, 'quiet')];
}

const reason = (
  { labelColumns, spelt, width }: Paper,
  label: string,
  { unavailable }: Unavailable,
): Line[] =>
  wrapped(spelt(`${label.padEnd(labelColumns)}unavailable: ${unavailable}`), width, 'quiet');

function variabilityLines(rmssd: VariabilityTrend | Unavailable, paper: Paper): Line[] {
  if (isUnavailable(rmssd)) return reason(paper, 'RMSSD', rmssd);
  const { sevenDays, band, verdict } = rmssd;
  const { spelt, width } = paper;
  const lines = figure(paper, 'RMSSD', rmssd.weeks, 'ms', 'mornings');
  if (isUnavailable(sevenDays) || isUnavailable(band) || isUnavailable(verdict)) {
    const why = [sevenDays, band].find(isUnavailable);
    return [
      ...lines,
      ...wrapped(spelt(`  your band is unavailable: ${why?.unavailable}`), width, 'quiet'),
    ];
  }
  const text = `  last 7 days ${sevenDays.rmssdMs} ms (${sevenDays.of} mornings): ${verdict} your usual ${band.lowMs}–${band.highMs} ms (${band.of} mornings)`;
  return [...lines, ...wrapped(spelt(text), width)];
}

function exerciseLines({ exercises }: Trends, paper: Paper): Line[] {
  const title = wrapped('Pulse in each exercise', paper.width, 'strong');
  if (exercises.length === 0) {
    return [...title, ...reason(paper, '', { unavailable: 'no exercise was done to its end' })];
  }
  const lines: Line[] = [...title];
  let routine = '';
  for (const { routineId, stepId, weeks } of exercises) {
    if (routineId !== routine)
      lines.push(...wrapped(` ${plainText(routineId, 40)}`, paper.width, 'quiet'));
    routine = routineId;
    lines.push(...figure(paper, `  ${wordsOf(stepId)}`, weeks, 'bpm', 'times'));
  }
  return lines;
}

function recoveryLines({ recovery }: Trends, paper: Paper): Line[] {
  const title = wrapped('Fall of the pulse in 60 s, under equal conditions', paper.width, 'strong');
  if (recovery.length === 0) {
    const none = { unavailable: 'no exercise was followed by a measured minute twice' };
    return [line(''), ...title, ...reason(paper, '', none)];
  }
  return [
    line(''),
    ...title,
    ...recovery.flatMap(({ routineId, afterStepId, hrr60, endBpm }) => [
      ...figure(
        paper,
        `  ${wordsOf(afterStepId)}`,
        hrr60,
        'bpm',
        `times, ${plainText(routineId, 40)}`,
      ),
      ...wrapped(paper.spelt(`    ${fellFrom(endBpm)}`), paper.width, 'quiet'),
    ]),
  ];
}

function fellFrom(endBpm: readonly WeekFigure[]): string {
  const known = knownIn(endBpm);
  const [low, high] = [Math.round(Math.min(...known)), Math.round(Math.max(...known))];
  return `from ${low === high ? low : `${low}–${high}`} bpm at the end of the effort`;
}

const indexWords: Record<LoadTrend['index'], string> = {
  'banister-men': 'Banister, men',
  'banister-women': 'Banister, women',
  edwards: 'Edwards',
};

function loadLines({ load, weeks: all }: Trends, paper: Paper): Line[] {
  if (isUnavailable(load)) return reason(paper, 'Load', load);
  const { index, weeks, scaled, without } = load;
  const before = { monday: '', value: { unavailable: 'before the first load' }, of: 0 };
  const figures = [
    ...Array.from({ length: all - weeks.length }, (): WeekFigure => before),
    ...weeks.map(({ monday, load: value, of }): WeekFigure => ({ monday, value, of })),
  ];
  const last = weeks.at(-1);
  const missing = [
    ...(scaled > 0 ? [`${scaled} scaled up for a missing pulse`] : []),
    ...(without > 0 ? [`${without} without a pulse left out`] : []),
  ];
  const form =
    last === undefined
      ? []
      : wrapped(
          paper.spelt(
            `  fitness ${last.ctl} · fatigue ${last.atl} · form ${last.tsb}${last.isSettling ? ' (settling: fewer than 42 days)' : ''}`,
          ),
          paper.width,
        );
  return [
    ...figure(paper, `Load (${indexWords[index]})`, figures, 'a week', 'sessions'),
    ...form,
    ...(missing.length === 0
      ? []
      : wrapped(paper.spelt(`  ${missing.join(' · ')}`), paper.width, 'quiet')),
  ];
}

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A row for each day of the week, a column for each week. */
function dayLines({ days }: Trends, { weeks, spelt, width }: Paper): Line[] {
  const shown = Math.ceil(days.length / 7) - weeks;
  const from = Math.max(0, shown) * 7;
  const done = days.filter((each) => each > 0).length;
  return [
    line('Days with exercise', 'strong'),
    ...dayNames.map((name, weekday) => {
      const marks = days
        .slice(from)
        .filter((_, index) => index % 7 === weekday)
        .map((each) => (each > 0 ? '●' : '·'));
      return line(spelt(`  ${name} ${marks.join('')}`));
    }),
    ...wrapped(`  ${done} of ${days.length} days`, width, 'quiet'),
  ];
}

const planLines = ({ regularity }: Trends, { width }: Paper): Line[] =>
  regularity.flatMap(({ routineId, weeksKept }) =>
    wrapped(
      `  ${plainText(routineId, 40)}: the plan was kept for ${weeksKept} ${weeksKept === 1 ? 'week' : 'weeks'} in a row`,
      width,
    ),
  );

const wordsOf = (stepId: string): string => plainText(stepId.replaceAll('-', ' '), 40);
