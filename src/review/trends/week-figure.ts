import { dateOf, mondayOf } from '../local-day.ts';
import { tenths } from '../rounded.ts';
import type { Unavailable } from '../unavailable.ts';

/** The mean of a week, from its Monday, and of how many values it is the mean. */
export type WeekFigure = {
  readonly monday: string;
  readonly value: number | Unavailable;
  readonly of: number;
};

/** The Mondays (days since 1970-01-01) of the last weeks, oldest first; that of `today`, a local day, is the last. */
export const mondaysOf = (today: number, weeks: number): number[] =>
  Array.from({ length: weeks }, (_, index) => mondayOf(today) - 7 * (weeks - 1 - index));

export type Dated = { readonly day: number; readonly value: number };

/** A figure for each week; one without a value says so. */
export function weekFigures(
  mondays: readonly number[],
  values: readonly Dated[],
  mean: (values: readonly number[]) => number = meanOf,
): WeekFigure[] {
  return mondays.map((monday) => {
    const within = values
      .filter(({ day }) => day >= monday && day < monday + 7)
      .map(({ value }) => value);
    const value =
      within.length === 0 ? { unavailable: 'nothing was measured' } : tenths(mean(within));
    return { monday: dateOf(monday), value, of: within.length };
  });
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length;
