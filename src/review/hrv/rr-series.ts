/** RR intervals (ms) that follow one another without a gap; `startMs` is when the first of them began. */
export type RrSegment = { readonly startMs: number; readonly rrIntervalsMs: readonly number[] };

/** A recording: its segments in order of time. Nothing may be computed across the gap between two of them. */
export type RrSeries = readonly RrSegment[];

export const beatsOf = (series: RrSeries): number =>
  series.reduce((sum, { rrIntervalsMs }) => sum + rrIntervalsMs.length, 0);

export const sumOf = (values: readonly number[]): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};

/** Time that the intervals cover, gaps left out. */
export const coveredMs = (series: RrSeries): number =>
  series.reduce((sum, { rrIntervalsMs }) => sum + sumOf(rrIntervalsMs), 0);

/** From the beginning of the first interval to the end of the last, gaps included. */
export function lengthMs(series: RrSeries): number {
  const [first, last] = [series[0], series.at(-1)];
  if (first === undefined || last === undefined) return 0;
  return last.startMs + sumOf(last.rrIntervalsMs) - first.startMs;
}
