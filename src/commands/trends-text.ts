import { counted } from '../review/counted.ts';
import type { LoadTrend } from '../review/trends/load-trend.ts';
import type { VariabilityTrend } from '../review/trends/variability-trend.ts';
import type { WeekFigure } from '../review/trends/week-figure.ts';
import type { Trends } from '../review/trends.ts';
import { isUnavailable, type Unavailable } from '../review/unavailable.ts';
import { plainText } from '../ui/plain-text.ts';
import { drawn, type Line, line, wrapped } from './log-lines.ts';
import type { Drawing } from './log-output.ts';
import { figure, knownIn, type Paper, paperFor, reason } from './trend-figure.ts';

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

function headLines({ from, to, weeks, sessions }: Trends, width: number): Line[] {
  const { counted: taken, leftOut } = sessions;
  const out = leftOut === 0 ? '' : `, ${leftOut} left out (not your own pulse)`;
  return [
    ...wrapped(`Trends of ${counted(weeks, 'week')}`, width, 'strong'),
    ...wrapped(`${from} to ${to}`, width),
    ...wrapped(`${counted(taken, 'session')}${out}`, width),
  ];
}

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
  for (const { routineId, routineName, stepName, weeks, knownPercent = 100 } of exercises) {
    if (routineId !== routine)
      lines.push(...wrapped(` ${plainText(routineName, 40)}`, paper.width, 'quiet'));
    routine = routineId;
    const known = Math.floor(knownPercent);
    const times = known === 100 ? 'times' : `times, ${known} % known`;
    lines.push(...figure(paper, `  ${plainText(stepName, 40)}`, weeks, 'bpm', times));
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
    ...recovery.flatMap(({ routineName, afterStepName, hrr60, endBpm }) => [
      ...figure(
        paper,
        `  ${plainText(afterStepName, 40)}`,
        hrr60,
        'bpm',
        `times, ${plainText(routineName, 40)}`,
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
  regularity.flatMap(({ routineName, weeksKept }) =>
    wrapped(
      `  ${plainText(routineName, 40)}: the plan was kept for ${weeksKept} ${weeksKept === 1 ? 'week' : 'weeks'} in a row`,
      width,
    ),
  );
