import type { Unavailable } from '../unavailable.ts';

/** Task Force 1996, and SD1 and SD2 of the Poincaré plot after Brennan 2001; ms, bpm, percent. */
export type TimeDomain = {
  readonly meanNnMs: number | Unavailable;
  /** 60000 / mean NN; the mean of each beat's own bpm would be larger. */
  readonly meanHrBpm: number | Unavailable;
  readonly sdnnMs: number | Unavailable;
  readonly rmssdMs: number | Unavailable;
  readonly sdsdMs: number | Unavailable;
  readonly pnn50Percent: number | Unavailable;
  readonly sd1Ms: number | Unavailable;
  readonly sd2Ms: number | Unavailable;
};

/** What the values are computed from; `coveredMs` is the time the intervals cover. */
export type TimeDomainInput = {
  readonly rrIntervalsMs: readonly number[];
  readonly differencesMs: readonly number[];
  readonly coveredMs: number;
};

const shortMs = 30_000;
const longMs = 60_000;
const leastDifferences = 20;
const pnnMs = 50;

/**
 * Sample standard deviations (n − 1); RMSSD and pNN50 over the number of differences. Mean, RMSSD, SDSD and SD1 need
 * 30 s and 20 differences, SDNN, pNN50 and SD2 60 s as well (analytics §12).
 */
export function timeDomain(input: TimeDomainInput): TimeDomain {
  const { rrIntervalsMs, differencesMs, coveredMs } = input;
  const ofShort = tooShort(coveredMs, shortMs) ?? tooFew(differencesMs.length);
  const ofLong = tooShort(coveredMs, longMs) ?? tooFew(differencesMs.length);
  const meanNn = mean(rrIntervalsMs);
  const sdnn = standardDeviation(rrIntervalsMs);
  const sdsd = standardDeviation(differencesMs);
  return {
    meanNnMs: ofShort ?? meanNn,
    meanHrBpm: ofShort ?? 60_000 / meanNn,
    sdnnMs: ofLong ?? sdnn,
    rmssdMs: ofShort ?? rootMeanSquare(differencesMs),
    sdsdMs: ofShort ?? sdsd,
    pnn50Percent: ofLong ?? percentAbove(differencesMs, pnnMs),
    sd1Ms: ofShort ?? sdsd / Math.SQRT2,
    sd2Ms: ofLong ?? Math.sqrt(Math.max(0, 2 * sdnn ** 2 - sdsd ** 2 / 2)),
  };
}

export const tooShort = (coveredMs: number, neededMs: number): Unavailable | undefined =>
  coveredMs < neededMs
    ? {
        unavailable: `it needs ${neededMs / 1000} s of intervals, there are ${Math.floor(coveredMs / 1000)}`,
      }
    : undefined;

export const tooFew = (count: number): Unavailable | undefined =>
  count < leastDifferences
    ? { unavailable: `it needs ${leastDifferences} differences of sound beats, there are ${count}` }
    : undefined;

export function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Of a sample, over n − 1. */
function standardDeviation(values: readonly number[]): number {
  const middle = mean(values);
  let squares = 0;
  for (const value of values) {
    const aside = value - middle;
    squares += aside * aside;
  }
  return Math.sqrt(squares / (values.length - 1));
}

export function rootMeanSquare(values: readonly number[]): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares / values.length);
}

function percentAbove(values: readonly number[], most: number): number {
  let count = 0;
  for (const value of values) if (Math.abs(value) > most) count += 1;
  return (100 * count) / values.length;
}
