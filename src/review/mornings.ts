import type { Practice } from './practice.ts';

const noonMinute = 12 * 60;
const keptDays = 30;

/** The first resting pulse of each morning of the last 30 days, oldest first; a real heart's only. */
export function morningsBpm(practices: readonly Practice[], today: number): number[] {
  const mornings = new Map<number, { readonly minute: number; readonly bpm: number }>();
  for (const { source, day, minute, restingBpm: bpm } of practices) {
    const isReal = source === 'strap' || source === 'import';
    if (!isReal || bpm === undefined) continue;
    if (day > today || today - day >= keptDays) continue;
    if (minute < (mornings.get(day)?.minute ?? noonMinute)) mornings.set(day, { minute, bpm });
  }
  return [...mornings].sort(([a], [b]) => a - b).map(([, { bpm }]) => bpm);
}
