import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/review/hrv/analysis.ts';
import { fourier } from '../../../src/review/hrv/fft.ts';
import { respirationPerMin } from '../../../src/review/hrv/respiration.ts';
import { bandPower, periodograms, welch } from '../../../src/review/hrv/spectrum.ts';
import { splineAt } from '../../../src/review/hrv/spline.ts';
import { chance } from './synthetic-heart.ts';

type Wave = { readonly hz: number; readonly amplitudeMs: number };

/** Intervals that end where their own sum says, of a mean and sines of time. */
function waves(meanMs: number, lengthS: number, ...parts: Wave[]): number[] {
  const rrIntervalsMs: number[] = [];
  for (let atS = 0; atS < lengthS; ) {
    const rrMs = parts.reduce(
      (sum, { hz, amplitudeMs }, i) => sum + amplitudeMs * Math.sin(2 * Math.PI * hz * atS + i),
      meanMs,
    );
    rrIntervalsMs.push(rrMs);
    atS += rrMs / 1000;
  }
  return rrIntervalsMs;
}

const analysed = (rrIntervalsMs: readonly number[]) =>
  analyse([{ startMs: 0, rrIntervalsMs }], { windowS: 120, stepS: 30 });

describe('Fourier transform', () => {
  test('is the sum it stands for', () => {
    fc.assert(
      fc.property(fc.constantFrom(2, 8, 64), fc.integer(), (length, seed) => {
        const random = chance(seed);
        const [re, im] = [0, 1].map(() => Float64Array.from({ length }, () => random() - 0.5));
        const [real = new Float64Array(), imaginary = new Float64Array()] = [
          re?.slice(),
          im?.slice(),
        ];
        fourier(length)(real, imaginary);
        for (let k = 0; k < length; k += 1) {
          let [sumRe, sumIm] = [0, 0];
          for (let n = 0; n < length; n += 1) {
            const angle = (-2 * Math.PI * k * n) / length;
            const [a, b] = [re?.[n] ?? 0, im?.[n] ?? 0];
            sumRe += a * Math.cos(angle) - b * Math.sin(angle);
            sumIm += a * Math.sin(angle) + b * Math.cos(angle);
          }
          expect(real[k]).toBeCloseTo(sumRe, 10);
          expect(imaginary[k]).toBeCloseTo(sumIm, 10);
        }
      }),
    );
  });
});

describe('spectrum (Welch 1967)', () => {
  test('a sine of amplitude a holds a²/2, and its line and mean nothing', () => {
    const samples = Float64Array.from(
      { length: 2048 },
      (_, i) => 900 + 0.2 * i + 10 * Math.sin((2 * Math.PI * 0.25 * i) / 4),
    );
    const spectrum = welch([samples], 512);
    expect(spectrum && bandPower(spectrum, 0.15, 0.4)).toBeCloseTo(50, 1);
    expect(spectrum && bandPower(spectrum, 0, 0.04)).toBeLessThan(0.05);
  });

  test('power is neither lost nor counted twice at the edge of two bands', () => {
    const random = chance(4);
    const samples = Float64Array.from({ length: 256 }, () => random());
    const spectrum = periodograms(256, 256)(samples);
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1.9, noNaN: true }), (edge) => {
        const parts = bandPower(spectrum, 0, edge) + bandPower(spectrum, edge, 2);
        expect(parts).toBeCloseTo(bandPower(spectrum, 0, 2), 10);
      }),
    );
  });

  test('a window shorter than its transform keeps its power', () => {
    const samples = Float64Array.from(
      { length: 240 },
      (_, i) => 10 * Math.sin((2 * Math.PI * 0.25 * i) / 4),
    );
    const spectrum = periodograms(240, 512)(samples);
    expect(bandPower(spectrum, 0, 2)).toBeCloseTo(50, 0);
  });

  test('LF within 3 % and HF within 6 % over hearts of many rates, lengths and frequencies', () => {
    const random = chance(11);
    const between = (low: number, high: number): number => low + (high - low) * random();
    for (let i = 0; i < 150; i += 1) {
      const meanMs = between(600, 1200);
      const lf = { hz: between(0.06, 0.13), amplitudeMs: between(10, 40) };
      const hf = {
        hz: between(0.18, Math.min(0.36, 360 / meanMs)),
        amplitudeMs: between(lf.amplitudeMs / 3, 30),
      };
      const { lfMs2, hfMs2 } = analysed(waves(meanMs, between(300, 900), lf, hf)).frequency;
      const seen = `${meanMs} ${JSON.stringify([lf, hf])}`;
      expect(Math.abs((2 * Number(lfMs2)) / lf.amplitudeMs ** 2 - 1), seen).toBeLessThan(0.03);
      expect(Math.abs((2 * Number(hfMs2)) / hf.amplitudeMs ** 2 - 1), seen).toBeLessThan(0.06);
    }
  });

  test('HF needs 60 s, LF and their ratio 120 s without a gap', () => {
    const wave = { hz: 0.25, amplitudeMs: 20 };
    expect(analysed(waves(900, 58, wave)).frequency.hfMs2).toHaveProperty('unavailable');
    const minute = analysed(waves(900, 100, wave)).frequency;
    expect(minute.hfMs2).toEqual(expect.any(Number));
    expect(minute.lfMs2).toHaveProperty('unavailable');
    expect(minute.lfHf).toHaveProperty('unavailable');
    expect(analysed(waves(900, 122, wave)).frequency.lfHf).toEqual(expect.any(Number));
  });

  test('a flat series has no power, and the rounding of the sums makes no ratio', () => {
    const { frequency } = analysed(Array<number>(400).fill(800));
    expect(frequency.lfHf).toEqual({ unavailable: 'there is no power in HF' });
    expect(Number(frequency.hfMs2)).toBeLessThan(1e-6);
  });

  test('in exercise no ratio is given', () => {
    const { frequency } = analysed(
      waves(450, 400, { hz: 0.1, amplitudeMs: 10 }, { hz: 0.3, amplitudeMs: 4 }),
    );
    expect(frequency.lfHf).toEqual({ unavailable: 'the pulse was that of exercise' });
  });
});

describe('spline', () => {
  test('passes through its points, and is exact on a straight line', () => {
    const x = Float64Array.from([0, 1, 2.5, 3, 4.2, 6]);
    const y = [3, 1, 4, 1, 5, 9];
    x.forEach((at, i) => {
      expect(splineAt(x, y, { first: at, step: 1, count: 1 })[0]).toBeCloseTo(y[i] ?? 0, 10);
    });
    const line = splineAt(
      x,
      [...x].map((at) => 2 * at + 1),
      { first: 0, step: 0.5, count: 13 },
    );
    line.forEach((value, i) => {
      expect(value).toBeCloseTo(i + 1, 10);
    });
  });
});

describe('breathing from the intervals (RSA)', () => {
  test.each([6, 9, 12, 15, 20, 24])('is found at %i a minute, within 1', (perMin) => {
    const wave = { hz: perMin / 60, amplitudeMs: 40 };
    const found = analysed(waves(950, 300, wave, { hz: 0.03, amplitudeMs: 15 })).respirationPerMin;
    expect(Math.abs(Number(found) - perMin)).toBeLessThan(1);
  });

  test('no breath is read that is faster than half the pulse: no beat could tell it', () => {
    const samples = Float64Array.from({ length: 4 * 240 }, (_, i) =>
      Math.sin(2 * Math.PI * 0.45 * (i / 4)),
    );
    expect(respirationPerMin([samples], 75)).toBeCloseTo(27, 1);
    expect(respirationPerMin([samples], 48)).toHaveProperty('unavailable');
  });

  test('is unavailable where no rate stands out, where slow waves rival it, and in too short a time', () => {
    const even = [0.16, 0.25, 0.36].map((hz) => ({ hz, amplitudeMs: 20 }));
    const mixed = waves(950, 300, { hz: 0.1, amplitudeMs: 30 }, { hz: 0.25, amplitudeMs: 20 });
    for (const rr of [
      waves(950, 300, ...even),
      mixed,
      waves(950, 50, { hz: 0.25, amplitudeMs: 40 }),
    ]) {
      expect(analysed(rr).respirationPerMin).toHaveProperty('unavailable');
    }
  });

  test('is unavailable where it changes from minute to minute', () => {
    const rr = [10, 24, 11, 26, 12, 22].flatMap((perMin) =>
      waves(950, 60, { hz: perMin / 60, amplitudeMs: 40 }),
    );
    expect(analysed(rr).respirationPerMin).toHaveProperty('unavailable');
  });
});
