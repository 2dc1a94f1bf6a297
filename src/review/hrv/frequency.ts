import type { Unavailable } from '../unavailable.ts';
import { bandPower, resampledHz, welch } from './spectrum.ts';
import { withoutSplineLoss } from './spline-loss.ts';

/** Power in ms² (Task Force 1996): LF 0.04–0.15 Hz, HF 0.15–0.40 Hz, and the one over the other. */
export type Frequency = {
  readonly lfMs2: number | Unavailable;
  readonly hfMs2: number | Unavailable;
  readonly lfHf: number | Unavailable;
};

const lfFromHz = 0.04;
const hfFromHz = 0.15;
const hfToHz = 0.4;
const leastLfS = 120;
const leastHfS = 60;
/** In exercise breathing leaves the HF band, and the ratio means nothing (Task Force 1996). */
const exerciseBpm = 110;
const windowsS = [256, 128, 64, 32];
/** ms²; a thousandth of a millisecond squared is the rounding of the sums, not a heart. */
const leastMs2 = 1e-6;

export const noFrequency = (none: Unavailable): Frequency => ({
  lfMs2: none,
  hfMs2: none,
  lfHf: none,
});

/**
 * The bands over stretches without a gap (samples at 4 Hz); `longestS` is what the longest of them lasts, `meanHrBpm`
 * says whether this was exercise. HF needs 60 s, LF 120 s.
 */
export function frequency(
  stretches: readonly Float64Array[],
  longestS: number,
  meanHrBpm: number,
): Frequency {
  const most = stretches.reduce((length, samples) => Math.max(length, samples.length), 0);
  const windowS = windowsS.find((seconds) => seconds * resampledHz <= most);
  const spectrum = windowS === undefined ? undefined : welch(stretches, windowS * resampledHz);
  if (spectrum === undefined || longestS < leastHfS)
    return noFrequency(tooShort(leastHfS, longestS));
  const whole = withoutSplineLoss(spectrum, 60 / meanHrBpm);
  const hfMs2 = bandPower(whole, hfFromHz, hfToHz);
  if (longestS < leastLfS) return { ...noFrequency(tooShort(leastLfS, longestS)), hfMs2 };
  const lfMs2 = bandPower(whole, lfFromHz, hfFromHz);
  return { lfMs2, hfMs2, lfHf: ratio(lfMs2, hfMs2, meanHrBpm) };
}

function ratio(lfMs2: number, hfMs2: number, meanHrBpm: number): number | Unavailable {
  if (meanHrBpm >= exerciseBpm) return { unavailable: 'the pulse was that of exercise' };
  return hfMs2 > leastMs2 ? lfMs2 / hfMs2 : { unavailable: 'there is no power in HF' };
}

const tooShort = (neededS: number, longestS: number): Unavailable => ({
  unavailable: `it needs ${neededS} s without a gap, the longest stretch has ${Math.floor(longestS)}`,
});
