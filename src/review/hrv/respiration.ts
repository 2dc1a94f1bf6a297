import type { Unavailable } from '../unavailable.ts';
import { quantile } from './quantile.ts';
import { bandPower, periodograms, resampledHz, type Spectrum } from './spectrum.ts';

const windowS = 60;
const windowSamples = windowS * resampledHz;
const paddedSamples = 256;
const slowestHz = 0.1;
const fastestAtRestHz = 0.5;
const fastestHz = 1;
const exerciseBpm = 100;
/** A peak is clear where this share of the band's power lies within this distance of it. */
const clearShare = 0.5;
const besidePeakHz = 0.03;
/** Slower than this, other waves of the pulse look like breathing: such a peak must be nearly all there is. */
const slowHz = 0.15;
const clearSlowShare = 0.75;
const edgeHz = 0.004;
const leastAccepted = 0.5;
const mostSpreadPerMin = 4;

/**
 * Breaths a minute, from how breathing moves the intervals (samples at 4 Hz of stretches without a gap): the clear peak of
 * each minute, where at least half of them have one and agree. 6–30 a minute at rest; never above half the pulse.
 */
export function respirationPerMin(
  stretches: readonly Float64Array[],
  meanHrBpm: number,
): number | Unavailable {
  const toHz = Math.min(meanHrBpm < exerciseBpm ? fastestAtRestHz : fastestHz, meanHrBpm / 120);
  const spectrumOf = periodograms(windowSamples, paddedSamples);
  const ratesPerMin: number[] = [];
  let windows = 0;
  for (const samples of stretches) {
    for (let from = 0; from + windowSamples <= samples.length; from += windowSamples / 2) {
      windows += 1;
      const hz = clearPeakHz(spectrumOf(samples.subarray(from, from + windowSamples)), toHz);
      if (hz !== undefined) ratesPerMin.push(60 * hz);
    }
  }
  if (windows === 0) return { unavailable: `it needs ${windowS} s without a gap` };
  if (ratesPerMin.length < leastAccepted * windows)
    return { unavailable: 'breathing does not show clearly in the intervals' };
  const ascending = Float64Array.from(ratesPerMin).sort();
  if (quantile(ascending, 0.75) - quantile(ascending, 0.25) > mostSpreadPerMin)
    return { unavailable: 'breathing was not steady' };
  return quantile(ascending, 0.5);
}

function clearPeakHz(spectrum: Spectrum, toHz: number): number | undefined {
  const { binHz, density } = spectrum;
  const [first, last] = [Math.floor(slowestHz / binHz), Math.floor(toHz / binHz)];
  let peak = first;
  for (let bin = first; bin <= last; bin += 1) {
    if ((density[bin] ?? 0) > (density[peak] ?? 0)) peak = bin;
  }
  const [before = 0, top = 0, after = 0] = density.subarray(peak - 1, peak + 2);
  if (!(top > before && top >= after)) return undefined;
  // The logarithm of a Hann peak is nearly a parabola.
  const [low, mid, high] = [Math.log(before), Math.log(top), Math.log(after)];
  const aside = (low - high) / (2 * (low - 2 * mid + high));
  if (!Number.isFinite(aside)) return undefined;
  const hz = (peak + aside) * binHz;
  if (hz < slowestHz - edgeHz || hz > toHz) return undefined;
  const fromHz = Math.min(slowestHz, hz - besidePeakHz);
  const near = bandPower(spectrum, hz - besidePeakHz, Math.min(toHz, hz + besidePeakHz));
  const share = hz < slowHz ? clearSlowShare : clearShare;
  return near >= share * bandPower(spectrum, fromHz, toHz) ? hz : undefined;
}
