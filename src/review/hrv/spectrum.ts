import { fourier } from './fft.ts';
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
  if (endsS.length < 2) return new Float64Array(0);
  const first = endsS[0] ?? 0;
  const count = Math.floor((endS - first) * resampledHz) + 1;
  return splineAt(endsS, rrIntervalsMs, { first, step: 1 / resampledHz, count });
}

/**
 * Welch (1967): windows of `length` samples at 4 Hz (a power of two), half of each shared with the next, averaged over
 * all the stretches. Undefined where no stretch is that long.
 */
export function welch(stretches: readonly Float64Array[], length: number): Spectrum | undefined {
  const spectrumOf = periodograms(length, length);
  const density = new Float64Array(length / 2 + 1);
  let windows = 0;
  for (const samples of stretches) {
    for (let from = 0; from + length <= samples.length; from += length / 2) {
      const { density: added } = spectrumOf(samples.subarray(from, from + length));
      for (let bin = 0; bin < density.length; bin += 1) {
        density[bin] = (density[bin] ?? 0) + (added[bin] ?? 0);
      }
      windows += 1;
    }
  }
  if (windows === 0) return undefined;
  return { binHz: resampledHz / length, density: density.map((sum) => sum / windows) };
}

/** Power (ms²) from `fromHz` to `toHz`; a bin that an edge cuts is shared between the bands at both its sides. */
export function bandPower({ binHz, density }: Spectrum, fromHz: number, toHz: number): number {
  let power = 0;
  const lastBin = Math.min(density.length - 1, Math.ceil(toHz / binHz + 0.5));
  for (let bin = Math.max(0, Math.floor(fromHz / binHz - 0.5)); bin <= lastBin; bin += 1) {
    const low = Math.max(fromHz, (bin - 0.5) * binHz);
    const high = Math.min(toHz, (bin + 0.5) * binHz);
    if (high > low) power += (density[bin] ?? 0) * (high - low);
  }
  return power;
}

/** Spectra of windows of `length` samples at 4 Hz, each without its straight line, Hann, filled up with zeros to `padded`. */
export function periodograms(length: number, padded: number): (window: Float64Array) => Spectrum {
  const hann = Float64Array.from(
    { length },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / length),
  );
  const weight = hann.reduce((sum, each) => sum + each * each, 0);
  const transform = fourier(padded);
  const real = new Float64Array(padded);
  const imaginary = new Float64Array(padded);
  return (window) => {
    const { mean, slope, middle } = lineThrough(window);
    real.fill(0, length);
    imaginary.fill(0);
    for (let i = 0; i < length; i += 1) {
      real[i] = ((window[i] ?? 0) - (mean + slope * (i - middle))) * (hann[i] ?? 0);
    }
    transform(real, imaginary);
    const density = new Float64Array(padded / 2 + 1);
    for (let bin = 0; bin < density.length; bin += 1) {
      const sides = bin === 0 || bin === padded / 2 ? 1 : 2;
      const re = real[bin] ?? 0;
      const im = imaginary[bin] ?? 0;
      density[bin] = (sides * (re * re + im * im)) / (resampledHz * weight);
    }
    return { binHz: resampledHz / padded, density };
  };
}

/** A straight line: its height in the middle, and how it climbs a sample. */
type Line = { readonly mean: number; readonly slope: number; readonly middle: number };

function lineThrough(samples: Float64Array): Line {
  const middle = (samples.length - 1) / 2;
  let sum = 0;
  let tilt = 0;
  for (let i = 0; i < samples.length; i += 1) {
    sum += samples[i] ?? 0;
    tilt += (i - middle) * (samples[i] ?? 0);
  }
  const slope = (12 * tilt) / (samples.length * (samples.length ** 2 - 1));
  const mean = sum / samples.length;
  return { mean, slope, middle };
}
