import type { Weights } from './robust-fit.ts';

/**
 * How much of the squared misses (ms²) around a pair goes away if the beat in its middle is put where it belongs: a beat
 * off its place is missed by every prediction it is part of, in a pattern that `weights` give (a matched filter).
 */
export function explainedByMove(missesMs: Float64Array, weights: Weights, at: number): number {
  const [a, b, c] = weights;
  const pattern = [-2, 1 - a, a - b, b - c, c];
  let product = 0;
  let size = 0;
  for (let away = 1 - pattern.length; away < pattern.length; away += 1) {
    const missMs = missesMs[at + away];
    if (missMs === undefined) continue;
    const share = pattern[Math.abs(away)] ?? 0;
    product += share * missMs;
    size += share * share;
  }
  return product ** 2 / size;
}
