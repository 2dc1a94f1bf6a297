import type { FitRecord } from './fit-gathered.ts';

/** A session is no longer than this; a record further from the middle one is damage. */
const longestS = 15 * 86_400;

/** The records whose times can be: near the middle one, and not before the one before them. */
export function inOrder(all: readonly FitRecord[]): {
  readonly records: readonly FitRecord[];
  readonly outOfPlace: number;
} {
  if (isSound(all)) return { records: all, outOfPlace: 0 };
  const sorted = all.map(({ second }) => second).sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1] ?? 0;
  const near = all.filter(({ second }) => Math.abs(second - middle) <= longestS);
  const records: FitRecord[] = [];
  for (const [index, record] of near.entries()) {
    const last = records.at(-1)?.second ?? record.second;
    const next = near[index + 1]?.second ?? record.second;
    const isSpike = record.second > next && next >= last;
    if (record.second >= last && !isSpike) records.push(record);
  }
  return { records, outOfPlace: all.length - records.length };
}

function isSound(all: readonly FitRecord[]): boolean {
  let last = all[0]?.second ?? 0;
  const first = last;
  for (const { second } of all) {
    if (second < last) return false;
    last = second;
  }
  return last - first <= longestS;
}
