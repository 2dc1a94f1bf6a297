import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dfaAlpha1 } from '../../../src/review/hrv/dfa.ts';
import { heartNamed, hearts } from './hearts.ts';
import { heartbeats } from './synthetic-heart.ts';

/** Written otherwise: whole profile at once, each box by the normal equations, the slope by covariance. */
function plainAlpha1(rr: readonly number[]): number {
  const mean = rr.reduce((a, b) => a + b, 0) / rr.length;
  const profile = rr.map((_, i) => rr.slice(0, i + 1).reduce((sum, each) => sum + each - mean, 0));
  const points = Array.from({ length: 13 }, (_, i) => i + 4).map((n) => {
    const residuals: number[] = [];
    for (let start = 0; start + n <= profile.length; start += n) {
      const box = profile.slice(start, start + n);
      const xs = box.map((_, i) => i);
      const [sx, sy] = [xs.reduce((a, b) => a + b, 0), box.reduce((a, b) => a + b, 0)];
      const sxx = xs.reduce((sum, x) => sum + x * x, 0);
      const sxy = box.reduce((sum, y, i) => sum + i * y, 0);
      const slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
      const start0 = (sy - slope * sx) / n;
      residuals.push(...box.map((y, i) => (y - start0 - slope * i) ** 2));
    }
    const f = Math.sqrt(residuals.reduce((a, b) => a + b, 0) / residuals.length);
    return [Math.log(n), Math.log(f)] as const;
  });
  const mx = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const my = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const cov = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return cov / points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}

const alphaOf = (rr: readonly number[]) => dfaAlpha1(Float64Array.from(rr));

describe('DFA alpha1 (Peng 1995)', () => {
  test.each(Object.entries(hearts))('agrees with the definition written out: %s', (_, heart) => {
    const rr = heartbeats({ ...heart, beats: 450, seed: 5 });
    expect(alphaOf(rr)).toBeCloseTo(plainAlpha1(rr), 8);
  });

  test('does not change with the size of the variation or its level', () => {
    const rr = heartbeats({ ...heartNamed('rest, middling'), beats: 300, seed: 2 });
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        fc.integer({ min: 0, max: 500 }),
        (factor, more) => {
          expect(alphaOf(rr.map((each) => each * factor + more))).toBeCloseTo(
            Number(alphaOf(rr)),
            8,
          );
        },
      ),
    );
  });

  test('of a part is that of the part alone', () => {
    const rr = heartbeats({ ...heartNamed('light exercise'), beats: 500, seed: 3 });
    expect(dfaAlpha1(Float64Array.from(rr), 100, 400)).toBe(alphaOf(rr.slice(100, 400)));
  });

  test('needs 64 beats and 120 s', () => {
    const beats = (count: number, rrMs: number) =>
      alphaOf(Array.from({ length: count }, (_, i) => rrMs + ((i * 37) % 11)));
    expect(beats(63, 2000)).toEqual({ unavailable: 'it needs 64 beats, there are 63' });
    expect(beats(64, 1900)).toEqual(expect.any(Number));
    expect(beats(200, 591)).toEqual({ unavailable: 'it needs 120 s, there are 119' });
  });

  test('is unavailable where a constant stretch leaves no fluctuation, on either clock', () => {
    for (const rrMs of [800, (819 * 1000) / 1024, 333.3]) {
      expect(alphaOf(Array(500).fill(rrMs))).toEqual({ unavailable: 'the intervals hardly vary' });
    }
  });
});
