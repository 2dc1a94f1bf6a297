import type { Unavailable } from '../unavailable.ts';
import { sumOf } from './rr-series.ts';
import { bandPower, resampled, resampledHz, welch } from './spectrum.ts';
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
/** In exercise breathing leaves the HF band, and the ratio means nothing (analytics §5). */
const exerciseBpm = 110;
const windowsS = [256, 128, 64, 32];

/** The spectrum's bands over stretches without a gap; `meanHrBpm` says whether this was exercise. */
export function frequency(stretches: readonly (readonly number[])[], meanHrBpm: number): Frequency {
  const longestS = Math.max(0, ...stretches.map((each) => sumOf(each) / 1000));
  if (longestS < leastHfS) {
    const none = tooShort(leastHfS, longestS);
    return { lfMs2: none, hfMs2: none, lfHf: none };
  }
  const samples = stretches.map(resampled);
  const most = Math.max(...samples.map(({ length }) => length));
  const windowS = windowsS.find((seconds) => seconds * resampledHz <= most) ?? 0;
  const raw = windowS > 0 ? welch(samples, windowS * resampledHz) : undefined;
  if (raw === undefined) {
    const none = tooShort(leastHfS, longestS);
    return { lfMs2: none, hfMs2: none, lfHf: none };
  }
  const spectrum = withoutSplineLoss(raw, 60 / meanHrBpm);
  const hfMs2 = bandPower(spectrum, hfFromHz, hfToHz);
  if (longestS < leastLfS) {
    const none = tooShort(leastLfS, longestS);
    return { lfMs2: none, hfMs2, lfHf: none };
  }
  const lfMs2 = bandPower(spectrum, lfFromHz, hfFromHz);
  return { lfMs2, hfMs2, lfHf: ratio(lfMs2, hfMs2, meanHrBpm) };
}

function ratio(lfMs2: number, hfMs2: number, meanHrBpm: number): number | Unavailable {
  if (meanHrBpm >= exerciseBpm) return { unavailable: 'the pulse was that of exercise' };
  if (hfMs2 <= 0) return { unavailable: 'there is no power in HF' };
  return lfMs2 / hfMs2;
}

const tooShort = (neededS: number, longestS: number): Unavailable => ({
  unavailable: `it needs ${neededS} s without a gap, the longest stretch has ${Math.floor(longestS)}`,
});
