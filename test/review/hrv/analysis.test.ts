import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/review/hrv/analysis.ts';
import { mended } from '../../../src/review/hrv/mended.ts';
import { gradeOf } from '../../../src/review/hrv/quality.ts';
import { sumOf } from '../../../src/review/hrv/rr-series.ts';
import { hrvWindows } from '../../../src/review/hrv/windows.ts';
import { heartNamed } from './hearts.ts';
import { spoilt } from './injected.ts';
import { chance, heartbeats } from './synthetic-heart.ts';

const windows = { windowS: 120, stepS: 30 };
const analysed = (...segments: (readonly number[])[]) => {
  let startMs = 0;
  const series = segments.map((rrIntervalsMs) => {
    const segment = { startMs, rrIntervalsMs };
    startMs += sumOf(rrIntervalsMs) + 20_000;
    return segment;
  });
  return analyse(series, windows);
};
const calm = heartbeats({ ...heartNamed('rest, middling'), beats: 500, seed: 4 });

/** Every number and every reason in a value. */
function leaves(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return Object.values(value).flatMap(leaves);
}

describe('an analysis', () => {
  test('of a clean series: corrected is raw, the grade is good, every value is there', () => {
    const analysis = analysed(calm);
    const { rrIntervalsMs, gapsBefore, ...values } = analysis.corrected;
    expect(rrIntervalsMs).toEqual(calm);
    expect(gapsBefore).toEqual([]);
    expect(values).toEqual(analysis.raw);
    expect(analysis.quality).toEqual({ grade: 'good', reasons: [] });
    expect(JSON.stringify(analysis)).not.toContain('unavailable');
    expect(analysis.durationS).toBeCloseTo(sumOf(calm) / 1000, 9);
  });

  test('never throws and never gives NaN, whatever the series', () => {
    const wild = fc.oneof(
      fc.integer({ min: -10, max: 70_000 }),
      fc.integer({ min: 300, max: 1300 }),
      fc.constantFrom(0, 1e-9, 250, 2200, 65_535),
    );
    const segments = fc.array(fc.array(wild, { maxLength: 250 }), { maxLength: 4 });
    fc.assert(
      fc.property(segments, (given) => {
        for (const leaf of leaves(
          analysed(...given.map((each) => each.filter((rrMs) => rrMs > 0))),
        )) {
          if (typeof leaf === 'number') expect(Number.isFinite(leaf)).toBe(true);
        }
      }),
    );
  });

  test('of nothing says so everywhere', () => {
    const analysis = analysed([]);
    expect(analysis.artefacts.percent).toEqual({ unavailable: 'there are no beats' });
    expect(analysis.raw.meanNnMs).toEqual({
      unavailable: 'it needs 30 s of intervals, there are 0',
    });
    expect(analysis.quality.grade).toBe('withheld');
  });

  test('grades by the share of spoilt beats: good to 1 %, usable to 3, doubtful to 5, above it withholds', () => {
    const grades = [0.5, 2, 4, 6].map((percent) => {
      const { rrIntervalsMs } = spoilt(calm, ['ectopic'], 200 / percent, 3, 1);
      const { quality, artefacts } = analysed(rrIntervalsMs);
      return [quality.grade, Math.round(Number(artefacts.percent))];
    });
    expect(grades.map(([grade]) => grade)).toEqual(['good', 'usable', 'doubtful', 'withheld']);
  });

  test('a grade holds up to its bound, this included', () => {
    const at = [1, 1.01, 3, 3.01, 5, 5.01].map(gradeOf);
    expect(at).toEqual(['good', 'usable', 'usable', 'doubtful', 'doubtful', 'withheld']);
  });

  test('withholds spectrum and breathing above 3 %, variability above 5 %; raw is of the series as given', () => {
    const some = analysed(spoilt(calm, ['ectopic'], 50, 3, 1).rrIntervalsMs);
    expect(some.frequency.hfMs2).toHaveProperty('unavailable');
    expect(some.respirationPerMin).toHaveProperty('unavailable');
    expect(some.corrected.rmssdMs).toEqual(expect.any(Number));
    const many = analysed(spoilt(calm, ['ectopic'], 20, 3, 1).rrIntervalsMs);
    expect(many.corrected.rmssdMs).toHaveProperty('unavailable');
    expect(many.corrected.dfaAlpha1).toHaveProperty('unavailable');
    expect(many.raw.rmssdMs).toEqual(expect.any(Number));
    expect(many.windows.some(({ unavailable }) => unavailable !== undefined)).toBe(true);
  });

  test('of a person who said that the rhythm is irregular is withheld with that reason, and no diagnosis', () => {
    const told = analyse([{ startMs: 0, rrIntervalsMs: calm }], {
      ...windows,
      isIrregularTold: true,
    });
    expect(told.quality).toEqual({
      grade: 'withheld',
      reasons: [expect.stringContaining('your profile says that your rhythm is irregular')],
    });
    const [reason] = told.quality.reasons;
    expect([told.corrected.rmssdMs, told.frequency.hfMs2, told.windows[0]?.rmssdMs]).toEqual(
      Array(3).fill({ unavailable: reason }),
    );
    expect(told.corrected.meanHrBpm).toBeGreaterThan(30);
  });

  test('calls a rhythm irregular in plain words and shows no variability, without a diagnosis', () => {
    const random = chance(8);
    const irregular = Array.from({ length: 400 }, () => 450 + Math.round(400 * random()));
    const { quality, corrected, windows: rolling } = analysed(irregular);
    expect(quality.grade).toBe('withheld');
    expect(quality.reasons.join()).toContain('irregularly');
    expect(quality.reasons.join()).not.toMatch(/fibrillation|arrhythmia/i);
    expect(corrected.rmssdMs).toHaveProperty('unavailable');
    expect(rolling.every(({ dfaAlpha1 }) => typeof dfaAlpha1 === 'object')).toBe(true);
    const slow = irregular.map((rrMs) => rrMs + 500);
    expect(analysed(slow).quality.reasons.join()).not.toContain('irregularly');
  });

  test('indexes artefacts into the series as given, segments laid end to end', () => {
    const second = calm.toSpliced(100, 2, (calm[100] ?? 0) + (calm[101] ?? 0));
    expect(analysed(calm, second).artefacts.items).toEqual([{ index: 600, type: 'missed' }]);
  });
});

describe('rolling windows', () => {
  test('begin every step and last the window, within the recording', () => {
    const { windows: rolling, durationS } = analysed(calm);
    expect(rolling.map(({ startS }) => startS)).toEqual(rolling.map((_, i) => 30 * i));
    expect(rolling.every(({ startS, endS }) => endS === startS + 120)).toBe(true);
    expect(rolling.length).toBe(Math.floor((durationS - 120) / 30) + 1);
  });

  test('have the values of their beats alone, those that end in them', () => {
    const { windows: rolling } = analysed(calm);
    let endMs = 0;
    const ends = calm.map((rrMs) => {
      endMs += rrMs;
      return endMs;
    });
    for (const { startS, endS, rmssdMs } of rolling) {
      const within = calm.filter(
        (_, i) => (ends[i] ?? 0) > startS * 1000 && (ends[i] ?? 0) <= endS * 1000,
      );
      const squares = within.slice(1).map((rrMs, i) => (rrMs - (within[i] ?? 0)) ** 2);
      expect(rmssdMs).toBeCloseTo(Math.sqrt(sumOf(squares) / squares.length), 6);
    }
  });

  test('count the spoilt beats within, and bear no gap for alpha1', () => {
    const { windows: rolling } = analysed(calm.slice(0, 200), calm.slice(200));
    const gapAtS = sumOf(calm.slice(0, 200)) / 1000;
    for (const { startS, endS, dfaAlpha1, artefactPercent } of rolling) {
      expect(artefactPercent).toBe(0);
      const isAcross = startS < gapAtS + 20 && endS > gapAtS;
      expect(typeof dfaAlpha1, `${startS}`).toBe(isAcross ? 'object' : 'number');
    }
  });

  test('are of the corrected beats, made-up ones as well, and count the spoilt ones', () => {
    const [a = 0, b = 0] = calm.slice(60, 62);
    const series = [{ startMs: 0, rrIntervalsMs: calm.toSpliced(60, 2, a - 300, b + 300) }];
    const clean = mended(series);
    const [first] = hrvWindows(series, clean, sumOf(calm), windows);
    let endMs = 0;
    const within = (clean.segments[0]?.rrIntervalsMs ?? []).filter((rrMs) => {
      endMs += rrMs;
      return endMs <= 120_000;
    });
    const squares = within.slice(1).map((rrMs, i) => (rrMs - (within[i] ?? 0)) ** 2);
    expect(first?.rmssdMs).toBeCloseTo(Math.sqrt(sumOf(squares) / squares.length), 6);
    expect(first?.artefactPercent).toBeCloseTo(200 / within.length, 9);
  });

  test('of less than 120 s have RMSSD and no alpha1, and with no beats neither', () => {
    const series = [
      { startMs: 0, rrIntervalsMs: calm.slice(0, 100) },
      { startMs: 400_000, rrIntervalsMs: calm.slice(100, 200) },
    ];
    const rolling = hrvWindows(series, mended(series), 500_000, { windowS: 60, stepS: 60 });
    expect(rolling[0]?.rmssdMs).toEqual(expect.any(Number));
    expect(rolling[0]?.dfaAlpha1).toHaveProperty('unavailable');
    expect(rolling[0]).not.toHaveProperty('unavailable');
    expect(rolling[3]?.artefactPercent).toEqual({ unavailable: 'there are no beats' });
    expect(rolling[3]?.unavailable).toBe('there are no beats');
  });
});
