import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/review/hrv/analysis.ts';
import { mended } from '../../../src/review/hrv/mended.ts';
import { sumOf } from '../../../src/review/hrv/rr-series.ts';
import { heartNamed } from './hearts.ts';
import { heartbeats } from './synthetic-heart.ts';

const truth = heartbeats({ ...heartNamed('rest, low variability'), beats: 300, seed: 9 });
const at = (index: number): number => truth[index] ?? 0;
const withInstead = (index: number, removed: number, ...instead: number[]): number[] =>
  truth.toSpliced(index, removed, ...instead);
const mend = (rrIntervalsMs: readonly number[]) => mended([{ startMs: 0, rrIntervalsMs }]);

describe('correction', () => {
  test('an extra beat is merged: the series is the true one again', () => {
    const { segments, artefacts } = mend(withInstead(100, 1, 0.3 * at(100), 0.7 * at(100)));
    expect(artefacts).toEqual([
      { index: 100, type: 'extra' },
      { index: 101, type: 'extra' },
    ]);
    const [only] = segments;
    expect(only?.rrIntervalsMs.length).toBe(300);
    expect(only?.rrIntervalsMs[100]).toBeCloseTo(at(100), 9);
  });

  test.each([2, 3, 4])(
    'an interval of %i beats is split into as many, keeping its sum',
    (parts) => {
      const missed = sumOf(truth.slice(100, 100 + parts));
      const { segments, artefacts } = mend(withInstead(100, parts, missed));
      expect(artefacts).toEqual([{ index: 100, type: 'missed' }]);
      const made = segments[0]?.rrIntervalsMs.slice(100, 100 + parts) ?? [];
      expect(sumOf(made)).toBeCloseTo(missed, 6);
      for (const [i, rrMs] of made.entries()) {
        expect(Math.abs(rrMs - at(100 + i)) / at(100 + i)).toBeLessThan(0.05);
      }
    },
  );

  test('an early beat and its pause are replaced together, keeping their sum', () => {
    const early = 0.3 * at(100);
    const { segments, artefacts } = mend(withInstead(100, 2, at(100) - early, at(101) + early));
    expect(artefacts).toEqual([
      { index: 100, type: 'ectopic' },
      { index: 101, type: 'ectopic' },
    ]);
    const made = segments[0]?.rrIntervalsMs.slice(100, 102) ?? [];
    expect(sumOf(made)).toBeCloseTo(at(100) + at(101), 6);
    expect(Math.abs((made[0] ?? 0) - at(100))).toBeLessThan(20);
  });

  test('a beat off its place by 12 % is replaced with its neighbour, keeping their sum', () => {
    const moved = 0.12 * at(100);
    const { segments, artefacts } = mend(withInstead(100, 2, at(100) + moved, at(101) - moved));
    expect(artefacts).toEqual([
      { index: 100, type: 'long' },
      { index: 101, type: 'short' },
    ]);
    expect(sumOf(segments[0]?.rrIntervalsMs.slice(100, 102) ?? [])).toBeCloseTo(
      at(100) + at(101),
      6,
    );
  });

  test('a lone short interval that nothing makes up for is interpolated alone', () => {
    const { segments, artefacts } = mend(withInstead(100, 1, 0.68 * at(100)));
    expect(artefacts).toEqual([{ index: 100, type: 'short' }]);
    expect(Math.abs((segments[0]?.rrIntervalsMs[100] ?? 0) - at(100))).toBeLessThan(40);
  });

  test('more than four spoilt in a row become a gap, and times stay those of the series', () => {
    const burst = [300, 1400, 290, 1500, 310, 1450, 280, 1550];
    const spoilt = withInstead(100, 8, ...burst);
    const { segments } = mend(spoilt);
    expect(segments.length).toBe(2);
    const [first, second] = segments;
    const cut = first?.rrIntervalsMs.length ?? 0;
    expect(cut).toBeGreaterThan(90);
    expect(cut).toBeLessThanOrEqual(100);
    const skipped = spoilt.length - (second?.rrIntervalsMs.length ?? 0);
    expect(second?.startMs).toBeCloseTo(sumOf(spoilt.slice(0, skipped)), 6);
    const analysis = analyse([{ startMs: 0, rrIntervalsMs: spoilt }], { windowS: 120, stepS: 30 });
    expect(analysis.corrected.gapsBefore).toEqual([cut]);
    expect(analysis.corrected.dfaAlpha1).toEqual({ unavailable: 'there is a gap inside' });
    expect(analysis.windows.some(({ dfaAlpha1 }) => typeof dfaAlpha1 === 'object')).toBe(true);
  });

  test.each([0, 40, 9000, 65_535])(
    '%i ms is no interval: it is flagged, and nothing bridges it',
    (rrMs) => {
      const { segments, artefacts } = mend(withInstead(100, 0, rrMs));
      expect(artefacts.map(({ index }) => index)).toContain(100);
      for (const { rrIntervalsMs } of segments) {
        for (const each of rrIntervalsMs) {
          expect(each).toBeGreaterThanOrEqual(250);
          expect(each).toBeLessThanOrEqual(2200);
        }
      }
    },
  );

  test('a constant stretch, or one in coarse steps, gives no flood of flags', () => {
    const constant = [
      ...truth.slice(0, 100),
      ...Array<number>(200).fill(at(99)),
      ...truth.slice(100),
    ];
    expect(mend(constant).artefacts).toEqual([]);
    const coarse = Array.from({ length: 300 }, (_, i) => (i % 23 === 0 ? 860 : 852));
    expect(mend(coarse).artefacts).toEqual([]);
    expect(mend(constant.toSpliced(200, 1, 0.7 * at(99), 1.3 * at(99))).artefacts.length).toBe(2);
  });

  test('fewer than 30 beats go by the 20 % rule', () => {
    const short = [800, 805, 795, 810, 560, 1045, 800, 790, 805, 600, 800, 795, 1605, 800];
    expect(mend(short).artefacts).toEqual([
      { index: 4, type: 'ectopic' },
      { index: 5, type: 'ectopic' },
      { index: 9, type: 'short' },
      { index: 12, type: 'missed' },
    ]);
  });

  test('each segment is corrected for itself: what lies beyond a gap changes nothing', () => {
    const hearts = fc.array(fc.integer({ min: 200, max: 2500 }), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(hearts, hearts, (first, second) => {
        const both = mended([
          { startMs: 0, rrIntervalsMs: first },
          { startMs: 1e6, rrIntervalsMs: second },
        ]);
        const alone = [first, second].map((rrIntervalsMs, i) =>
          mended([{ startMs: i * 1e6, rrIntervalsMs }]),
        );
        expect(both.segments).toEqual(alone.flatMap(({ segments }) => segments));
        expect(both.artefacts.length).toBe(
          alone.reduce((sum, { artefacts }) => sum + artefacts.length, 0),
        );
      }),
    );
  });

  test('does not ask when it was: a later start moves the times alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (startMs) => {
        const moved = mended([{ startMs, rrIntervalsMs: truth }]);
        expect(moved.artefacts).toEqual(mend(truth).artefacts);
        expect(moved.segments[0]?.rrIntervalsMs).toEqual(mend(truth).segments[0]?.rrIntervalsMs);
      }),
    );
  });
});
