import type { Practice } from './practice.ts';
import { isRealHeart } from './real-heart.ts';

const noonMinute = 12 * 60;
const keptDays = 30;

type Morning = Pick<Practice, 'day' | 'minute'> & { readonly restingBpm?: number };

/** One a day, oldest first: the first session before noon, local time, that measured a pulse at rest. */
export function mornings<T extends Morning>(
  sessions: readonly T[],
): (T & { readonly restingBpm: number })[] {
  const first = new Map<number, T & { readonly restingBpm: number }>();
  for (const each of sessions) {
    const { day, minute, restingBpm } = each;
    if (restingBpm === undefined || minute >= (first.get(day)?.minute ?? noonMinute)) continue;
    first.set(day, { ...each, restingBpm });
  }
  return [...first.values()].sort((a, b) => a.day - b.day);
}

/** The resting pulse of each morning of the last 30 days, oldest first; a real heart's only. */
export const morningsBpm = (practices: readonly Practice[], today: number): number[] =>
  mornings(
    practices.filter(
      (each) => isRealHeart(each) && each.day <= today && today - each.day < keptDays,
    ),
  ).map(({ restingBpm }) => restingBpm);
