import type { LoadIndex } from '../load/training-impulse.ts';
import { dateOf } from '../local-day.ts';
import type { WeekFigure } from '../trends/week-figure.ts';
import { isUnavailable } from '../unavailable.ts';
import { type Html, html } from './html.ts';
import { loadNames } from './load-words.ts';
import { numberText } from './number-words.ts';
import { section } from './page.ts';
import { trendChart } from './trend-chart.ts';
import type { WeekView } from './week-view.ts';

/** Pulse and variability at rest, fall and load, week by week, the same figures that `trends` shows. */
export function trendSection(view: WeekView): Html {
  const { rmssd, restingBpm } = view.trends;
  return section(
    'Trends',
    html`<div class="trends">
${trendChart({
  id: 'resting',
  title: 'Pulse at rest, bpm',
  unit: 'bpm',
  points: restingBpm,
  whyNone: 'no morning measured it',
  note: 'The mean of the mornings of each week; below it, how many there were.',
})}
${trendChart({
  id: 'rmssd',
  title: 'Variability at rest, RMSSD in ms',
  unit: 'ms',
  points: isUnavailable(rmssd) ? [] : rmssd.weeks,
  whyNone: isUnavailable(rmssd) ? rmssd.unavailable : 'no morning measured it well enough',
  note: `The geometric mean of the mornings; below it, how many there were. ${bandText(view)}`,
})}
${fallChart(view)}
${loadChart(view)}
</div>`,
  );
}

function bandText({ trends: { rmssd } }: WeekView): string {
  if (isUnavailable(rmssd)) return 'It is told against the person’s own usual range alone.';
  const { verdict, sevenDays, band } = rmssd;
  if (isUnavailable(verdict) || isUnavailable(sevenDays) || isUnavailable(band)) {
    const why = isUnavailable(verdict) ? verdict.unavailable : 'too few mornings';
    return `Whether that is usual for this person is not known: ${why}.`;
  }
  return `The last seven days (${numberText(sevenDays.rmssdMs)}) are ${verdict} the person’s own usual range, ${numberText(band.lowMs)} to ${numberText(band.highMs)}.`;
}

function fallChart({ trends: { recovery } }: WeekView): Html {
  const [most] = recovery;
  const after = most === undefined ? '' : `${most.afterStepName} (${most.routineName})`;
  return trendChart({
    id: 'fall',
    title: 'Fall in the first minute, bpm',
    unit: 'bpm',
    points: most?.hrr60 ?? [],
    whyNone: 'no two sessions ended with the same effort',
    note:
      most === undefined
        ? 'Only falls after the same effort compare.'
        : `After ${after} alone, since only falls after the same effort compare. The mean of each week; below it, how many sessions.`,
  });
}

function loadChart({ trends: { load }, mondays, highest }: WeekView): Html {
  const weeks = isUnavailable(load) ? [] : load.weeks;
  const points = mondays.map((day): WeekFigure => {
    const monday = dateOf(day);
    const week = weeks.find((each) => each.monday === monday);
    // A week without a session has no load: that is known.
    return {
      monday,
      value: week?.load ?? { unavailable: 'before the first session' },
      of: week?.of ?? 0,
    };
  });
  const from =
    highest?.from === 'measured' ? 'measured' : 'estimated from age, so 10 off either way';
  return trendChart({
    id: 'load',
    title: 'Load of the week',
    unit: 'points',
    points,
    whyNone:
      highest === undefined
        ? 'the profile has neither a highest pulse nor a year of birth'
        : isUnavailable(load)
          ? load.unavailable
          : 'no session has a load',
    note:
      isUnavailable(load) || highest === undefined
        ? 'How long and how high the pulse was, in one number.'
        : `${loadNames[load.index satisfies LoadIndex]} (highest pulse ${numberText(highest.bpm)}, ${from}); below it, how many sessions.${scaledText(load.scaled, load.without)}`,
  });
}

const scaledText = (scaled: number, without: number): string =>
  [
    scaled === 0
      ? ''
      : ` In ${scaled}, over a fifth of the pulse was missing, and the rest stands for all of it.`,
    without === 0 ? '' : ` ${without} had none.`,
  ].join('');
