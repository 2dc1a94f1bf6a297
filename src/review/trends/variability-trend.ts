import { tenths } from '../rounded.ts';
import type { Unavailable } from '../unavailable.ts';
import { type Dated, meanOf, type WeekFigure, weekFigures } from './week-figure.ts';

/** RMSSD of the mornings against the person's own: weeks, the last seven days, and the band they usually lie in, in ms. */
export type VariabilityTrend = {
  /** Geometric means, as the logarithm is what is averaged. */
  readonly weeks: readonly WeekFigure[];
  readonly sevenDays: { readonly rmssdMs: number; readonly of: number } | Unavailable;
  readonly band:
    | { readonly lowMs: number; readonly highMs: number; readonly of: number }
    | Unavailable;
  readonly verdict: 'below' | 'within' | 'above' | Unavailable;
};

const rules = {
  recentDays: 7,
  leastRecent: 3,
  /** The longer baseline: the days before the recent ones. */
  baselineDays: 60,
  leastBaseline: 14,
  bandSd: 0.5,
} as const;

/** Seven-day mean of ln RMSSD against the own mean ± 0.5 SD of the 60 days before (Plews 2013); never a single number. */
export function variabilityTrend(
  mornings: readonly { readonly day: number; readonly rmssdMs?: number }[],
  mondays: readonly number[],
  today: number,
): VariabilityTrend {
  const logs = mornings.flatMap(({ day, rmssdMs }): Dated[] =>
    rmssdMs === undefined || rmssdMs <= 0 ? [] : [{ day, value: Math.log(rmssdMs) }],
  );
  const recent = within(logs, today - rules.recentDays, today);
  const before = within(
    logs,
    today - rules.recentDays - rules.baselineDays,
    today - rules.recentDays,
  );
  const sevenDays =
    recent.length < rules.leastRecent
      ? fewer(rules.leastRecent, recent.length, `of the last ${rules.recentDays} days`)
      : { rmssdMs: tenths(Math.exp(meanOf(recent))), of: recent.length };
  const band =
    before.length < rules.leastBaseline
      ? fewer(rules.leastBaseline, before.length, `of the ${rules.baselineDays} days before`)
      : bandOf(before);
  return {
    weeks: weekFigures(
      mondays,
      logs.map(({ day, value }) => ({ day, value: Math.exp(value) })),
      (values) => Math.exp(meanOf(values.map(Math.log))),
    ),
    sevenDays,
    band,
    verdict: verdictOf(sevenDays, band),
  };
}

/** After `from` up to and with `to`. */
const within = (logs: readonly Dated[], from: number, to: number): number[] =>
  logs.filter(({ day }) => day > from && day <= to).map(({ value }) => value);

const fewer = (needed: number, known: number, when: string): Unavailable => ({
  unavailable: `it needs ${needed} mornings ${when}, and there are ${known}`,
});

function bandOf(logs: readonly number[]): { lowMs: number; highMs: number; of: number } {
  const mean = meanOf(logs);
  const squares = logs.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const half = rules.bandSd * Math.sqrt(squares / (logs.length - 1));
  return {
    lowMs: tenths(Math.exp(mean - half)),
    highMs: tenths(Math.exp(mean + half)),
    of: logs.length,
  };
}

function verdictOf(
  sevenDays: VariabilityTrend['sevenDays'],
  band: VariabilityTrend['band'],
): VariabilityTrend['verdict'] {
  if ('unavailable' in sevenDays) return sevenDays;
  if ('unavailable' in band) return band;
  if (sevenDays.rmssdMs < band.lowMs) return 'below';
  return sevenDays.rmssdMs > band.highMs ? 'above' : 'within';
}
