import type { Unavailable } from '../unavailable.ts';

const shortestBox = 4;
const longestBox = 16;
const leastBeats = 64;
const leastMs = 120_000;
/** Of the mean RR: a fluctuation below this is the rounding of the sums, not a heart. */
const leastFluctuation = 1e-9;

const boxes = Array.from({ length: longestBox - shortestBox + 1 }, (_, i) => shortestBox + i);
const logBoxes = boxes.map(Math.log);
const meanLogBox = logBoxes.reduce((sum, each) => sum + each, 0) / boxes.length;
const spreadOfLogBoxes = logBoxes.reduce((sum, each) => sum + (each - meanLogBox) ** 2, 0);

/**
 * DFA alpha1 (Peng 1995) of intervals without a gap, from `from` up to but without `to`: boxes of all lengths 4–16 that
 * do not overlap, a straight line out of each, least squares, no detrending before. Needs 64 beats in 120 s; `spanMs` is
 * the time they stand for, where that is not their sum.
 */
export function dfaAlpha1(
  rrIntervalsMs: Float64Array,
  from = 0,
  to = rrIntervalsMs.length,
  spanMs?: number,
): number | Unavailable {
  const beats = to - from;
  if (beats < leastBeats)
    return { unavailable: `it needs ${leastBeats} beats, there are ${beats}` };
  let sumMs = 0;
  for (let i = from; i < to; i += 1) sumMs += rrIntervalsMs[i] ?? 0;
  const lastsMs = spanMs ?? sumMs;
  if (lastsMs < leastMs)
    return { unavailable: `it needs ${leastMs / 1000} s, there are ${Math.floor(lastsMs / 1000)}` };
  const meanMs = sumMs / beats;
  let slope = 0;
  for (let i = 0; i < boxes.length; i += 1) {
    const fluctuationMs = fluctuation(rrIntervalsMs, from, to, boxes[i] ?? 1, meanMs);
    if (!(fluctuationMs > leastFluctuation * meanMs))
      return { unavailable: 'the intervals hardly vary' };
    slope += ((logBoxes[i] ?? 0) - meanLogBox) * Math.log(fluctuationMs);
  }
  return slope / spreadOfLogBoxes;
}

/** F(n): root of the mean squared residual of the summed deviations from the line of their box of n beats. */
function fluctuation(
  rrIntervalsMs: Float64Array,
  from: number,
  to: number,
  n: number,
  meanMs: number,
): number {
  const count = Math.floor((to - from) / n);
  const end = from + count * n;
  const middle = (n - 1) / 2;
  const spread = (n * (n * n - 1)) / 12;
  let residual = 0;
  for (let start = from; start < end; start += n) {
    let y = 0;
    let sumY = 0;
    let sumXy = 0;
    let sumYy = 0;
    // Summed up from the box's own beginning: a line takes out whatever came before, and squares stay small.
    for (let k = 0; k < n; k += 1) {
      y += (rrIntervalsMs[start + k] ?? 0) - meanMs;
      sumY += y;
      sumXy += (k - middle) * y;
      sumYy += y * y;
    }
    residual += sumYy - (sumY * sumY) / n - (sumXy * sumXy) / spread;
  }
  return Math.sqrt(Math.max(0, residual) / (count * n));
}
