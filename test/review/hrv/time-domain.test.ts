import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differences } from '../../../src/review/hrv/differences.ts';
import { timeDomain } from '../../../src/review/hrv/time-domain.ts';
import { isUnavailable } from '../../../src/review/unavailable.ts';

const of = (...segments: number[][]) => {
  const rrIntervalsMs = segments.flat();
  return timeDomain({
    rrIntervalsMs,
    differencesMs: differences(segments),
    coveredMs: rrIntervalsMs.reduce((sum, rrMs) => sum + rrMs, 0),
  });
};

const hearts = fc.array(fc.integer({ min: 300, max: 2000 }), { minLength: 210, maxLength: 300 });

describe('time domain (Task Force 1996)', () => {
  test('is what it is by hand: deviations over n − 1, differences over their number', () => {
    const alternating = Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? 980 : 1040));
    const values = of(alternating);
    expect(values.meanNnMs).toBe(1010);
    expect(values.meanHrBpm).toBeCloseTo(60_000 / 1010, 12);
    expect(values.sdnnMs).toBeCloseTo(Math.sqrt((100 * 900) / 99), 9);
    expect(values.rmssdMs).toBe(60);
    expect(values.pnn50Percent).toBe(100);
    const meanDifference = 60 / 99;
    const squares = 50 * (60 - meanDifference) ** 2 + 49 * (60 + meanDifference) ** 2;
    expect(values.sdsdMs).toBeCloseTo(Math.sqrt(squares / 98), 9);
  });

  test('pNN50 counts what is more than 50 ms, not 50', () => {
    const steps = Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? 1000 : 1050));
    expect(of(steps).pnn50Percent).toBe(0);
  });

  test('the Poincaré plot agrees with its axes computed directly (Brennan 2001)', () => {
    fc.assert(
      fc.property(hearts, (rrIntervalsMs) => {
        const { sd1Ms } = of(rrIntervalsMs);
        const across = rrIntervalsMs
          .slice(1)
          .map((rrMs, i) => (rrMs - (rrIntervalsMs[i] ?? 0)) / Math.SQRT2);
        const middle = across.reduce((sum, each) => sum + each, 0) / across.length;
        const direct = Math.sqrt(
          across.reduce((sum, each) => sum + (each - middle) ** 2, 0) / (across.length - 1),
        );
        expect(sd1Ms).toBeCloseTo(direct, 6);
      }),
    );
  });

  test('no difference bridges a gap', () => {
    fc.assert(
      fc.property(hearts, hearts, (first, second) => {
        const apart = of(first, second);
        const later = of(
          first,
          second.map((rrMs) => rrMs + 5000),
        );
        expect(later.rmssdMs).toBeCloseTo(Number(apart.rmssdMs), 6);
        expect(later.sdsdMs).toBeCloseTo(Number(apart.sdsdMs), 6);
      }),
    );
  });

  test('scales with its intervals, and a shift of all moves the mean alone', () => {
    fc.assert(
      fc.property(hearts, fc.double({ min: 1, max: 3, noNaN: true }), (rrIntervalsMs, factor) => {
        const [plain, scaled] = [of(rrIntervalsMs), of(rrIntervalsMs.map((rrMs) => rrMs * factor))];
        const shifted = of(rrIntervalsMs.map((rrMs) => rrMs + 100));
        for (const key of ['meanNnMs', 'sdnnMs', 'rmssdMs', 'sdsdMs', 'sd1Ms', 'sd2Ms'] as const) {
          expect(Number(scaled[key]) / Number(plain[key])).toBeCloseTo(factor, 6);
        }
        for (const key of ['sdnnMs', 'rmssdMs', 'pnn50Percent', 'sd1Ms', 'sd2Ms'] as const) {
          expect(shifted[key]).toBeCloseTo(Number(plain[key]), 6);
        }
      }),
    );
  });

  test('needs 30 s and 20 differences, SDNN, pNN50 and SD2 60 s (analytics §12)', () => {
    const seconds = (beats: number) => of(Array.from({ length: beats }, (_, i) => 1000 + (i % 3)));
    expect(isUnavailable(seconds(29).rmssdMs)).toBe(true);
    expect(isUnavailable(seconds(30).rmssdMs)).toBe(false);
    expect(isUnavailable(seconds(59).sdnnMs)).toBe(true);
    expect(isUnavailable(seconds(59).pnn50Percent)).toBe(true);
    expect(isUnavailable(seconds(60).sdnnMs)).toBe(false);
    expect(of(Array(20).fill(1800)).rmssdMs).toEqual({
      unavailable: 'it needs 20 differences of sound beats, there are 19',
    });
  });
});
