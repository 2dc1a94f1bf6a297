import { isUnavailable, type Unavailable } from '../unavailable.ts';
import type { Load, LoadIndex } from './training-impulse.ts';

/** A session's load on the local day it began, days since 1970-01-01 (`localMoment`, so that no change of clocks moves it). */
export type DatedLoad = { readonly day: number; readonly load: Load | Unavailable };

/** Fitness (CTL, 42 days), fatigue (ATL, 7 days) and form (TSB, of the day before) of one local day. */
export type TrainingLoadDay = {
  readonly day: number;
  readonly load: number;
  readonly ctl: number;
  readonly atl: number;
  readonly tsb: number;
  /** The first 42 days: the start still weighs. */
  readonly isSettling: boolean;
};

const ctlDays = 42;
const atlDays = 7;
const gain = (days: number): number => 1 - Math.exp(-1 / days);

/**
 * CTL, ATL and TSB (Banister 1975, Coggan's names) for each day from the first load to `today`, rest days as 0; a = 1 −
 * e^(−1/T), from `seed` (0). Unavailable where no load is known, or they were counted in different ways.
 */
export function trainingLoad(
  loads: readonly DatedLoad[],
  today: number,
  seed = 0,
): readonly TrainingLoadDay[] | Unavailable {
  const perDay = new Map<number, number>();
  const indices = new Set<LoadIndex>();
  for (const { day, load } of loads) {
    if (isUnavailable(load) || day > today) continue;
    indices.add(load.index);
    perDay.set(day, (perDay.get(day) ?? 0) + load.value);
  }
  if (indices.size === 0) return { unavailable: 'no session has a load' };
  if (indices.size > 1)
    return {
      unavailable: `loads counted in different ways do not add up: ${[...indices].join(', ')}`,
    };
  return days(perDay, today, seed);
}

function days(perDay: ReadonlyMap<number, number>, today: number, seed: number): TrainingLoadDay[] {
  const first = Math.min(...perDay.keys());
  let ctl = seed;
  let atl = seed;
  return Array.from({ length: today - first + 1 }, (_, index) => {
    const day = first + index;
    const load = perDay.get(day) ?? 0;
    const tsb = ctl - atl;
    ctl += gain(ctlDays) * (load - ctl);
    atl += gain(atlDays) * (load - atl);
    return { day, load, ctl, atl, tsb, isSettling: index < ctlDays };
  });
}
