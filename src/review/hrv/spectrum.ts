import { fft } from './fft.ts';
import { splineAt } from './spline.ts';

/** One-sided power density (ms²/Hz) at 0, `binHz`, 2 `binHz`, …; a sine of amplitude a holds a²/2 ms² in all. */
export type Spectrum = { readonly binHz: number; readonly density: Float64Array };

export const resampledHz = 4;

/** The intervals against the time each ended, by cubic spline at 4 Hz. */
export function resampled(rrIntervalsMs: readonly number[]): Float64Array {
  const endsS = new Float64Array(rrIntervalsMs.length);
  let endS = 0;
  for (let i = 0; i < endsS.length; i += 1) {
    endS += (rrIntervalsMs[i] ?? 0) / 1000;
    endsS[i] = endS;
  }
  const first = endsS[0] ?? 0;
  const count = Math.floor((endS - first) * resampledHz) + 1;
  return splineAt(endsS, rrIntervalsMs, { first, step: 1 / resampledHz, count });
}

/**
 * Welch (1967): windows of `length` samples at 4 Hz (a power of two), half of each shared with the next, each without
 * its straight line, Hann, averaged over all the stretches. Undefined where no stretch is that long.
 */
export function welch(stretches: readonly Float64Array[], length: number): Spectrum | undefined {
  const hann = hannOf(length);
  const density = new Float64Array(length / 2 + 1);
  let windows = 0;
  for (const samples of stretches) {
    for (let from = 0; from + length <= samples.length; from += length / 2) {
      addPeriodogram(density, samples.subarray(from, from + length), hann);
      windows += 1;
    }
  }
  if (windows === 0) return undefined;
  return { binHz: resampledHz / length, density: density.map((sum) => sum / windows) };
}

/** Power (ms²) from `fromHz` to `toHz`; a bin that an edge cuts is shared between the bands at both its sides. */
export function bandPower({ binHz, density }: Spectrum, fromHz: number, toHz: number): number {
  let power = 0;
  for (let bin = 0; bin < density.length; bin += 1) {
    const low = Math.max(fromHz, (bin - 0.5) * binHz);
    const high = Math.min(toHz, (bin + 0.5) * binHz);
    if (high > low) power += (density[bin] ?? 0) * (high - low);
  }
  return power;
}

function addPeriodogram(density: Float64Array, window: Float64Array, hann: Float64Array): void {
  const real = withoutLine(window);
  let weight = 0;
  for (let i = 0; i < real.length; i += 1) {
    const factor = hann[i] ?? 0;
    weight += factor * factor;
    real[i] = (real[i] ?? 0) * factor;
  }
  const imaginary = new Float64Array(real.length);
  fft(real, imaginary);
  const last = density.length - 1;
  for (let bin = 0; bin <= last; bin += 1) {
    const sides = bin === 0 || bin === last ? 1 : 2;
    const squared = (real[bin] ?? 0) ** 2 + (imaginary[bin] ?? 0) ** 2;
    density[bin] = (density[bin] ?? 0) + (sides * squared) / (resampledHz * weight);
  }
}

function withoutLine(samples: Float64Array): Float64Array {
  const middle = (samples.length - 1) / 2;
  let sum = 0;
  let tilt = 0;
  for (let i = 0; i < samples.length; i += 1) {
    sum += samples[i] ?? 0;
    tilt += (i - middle) * (samples[i] ?? 0);
  }
  const slope = (12 * tilt) / (samples.length * (samples.length ** 2 - 1));
  return samples.map((value, i) => value - sum / samples.length - slope * (i - middle));
}

const hannOf = (length: number): Float64Array =>
  Float64Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / length));
