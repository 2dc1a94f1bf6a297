import { describe, expect, test } from 'vitest';
import { differences } from '../../../src/review/hrv/differences.ts';
import { mended } from '../../../src/review/hrv/mended.ts';
import { mean, rootMeanSquare } from '../../../src/review/hrv/time-domain.ts';
import { runs } from '../../runs.ts';
import { hearts } from './hearts.ts';
import { type Injectable, injectable, spoilt } from './injected.ts';
import { hasSharedData, sharedDataNote, sharedRr } from './shared-data.ts';
import { heartbeats } from './synthetic-heart.ts';

const mend = (rrIntervalsMs: readonly number[]) => mended([{ startMs: 0, rrIntervalsMs }]);
const flagged = (rrIntervalsMs: readonly number[]): number[] =>
  mend(rrIntervalsMs).artefacts.map(({ index }) => index);

const correctedRmssd = (rrIntervalsMs: readonly number[]): number =>
  rootMeanSquare(differences(mend(rrIntervalsMs).segments.map((each) => each.rrIntervalsMs)));

/** How far RMSSD is from the truth after correction, in parts of what it may be: max(5 %, 1 ms). */
function rmssdMiss(truth: readonly number[], rrIntervalsMs: readonly number[]): number {
  const trueMs = rootMeanSquare(differences([truth]));
  return Math.abs(correctedRmssd(rrIntervalsMs) - trueMs) / Math.max(0.05 * trueMs, 1);
}

type Outcome = { found: number; injected: number; falsely: number; sound: number };

/** Injected artefacts of which an interval is flagged, and flags on intervals that nothing touched. */
function judged(
  truth: readonly number[],
  kinds: readonly Injectable[],
  every: number,
  seed: number,
  quantumMs = 0,
): Outcome {
  const { rrIntervalsMs, injected } = spoilt(truth, kinds, every, seed, quantumMs);
  const flags = new Set(flagged(rrIntervalsMs));
  const touched = new Set<number>();
  const outcome = { found: 0, injected: injected.length, falsely: 0, sound: 0 };
  for (const { from, to } of injected) {
    const within = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    for (const index of within) touched.add(index);
    if (within.some((index) => flags.has(index))) outcome.found += 1;
  }
  outcome.falsely = [...flags].filter((index) => !touched.has(index)).length;
  outcome.sound = rrIntervalsMs.length - touched.size;
  return outcome;
}

function total(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce((sum, each) => ({
    found: sum.found + each.found,
    injected: sum.injected + each.injected,
    falsely: sum.falsely + each.falsely,
    sound: sum.sound + each.sound,
  }));
}

const seeds = [1, 2, 3];
const tried = seeds.slice(0, runs(seeds.length));
const all = Object.entries(hearts);

describe('artefacts put into hearts of known truth (at rest and in exercise)', () => {
  for (const every of [60, 30, 12]) {
    for (const kind of [...injectable, 'mixed'] as const) {
      const kinds = kind === 'mixed' ? injectable : [kind];
      test(`${kind}, one in ${every}: at least 98 % found, under 0.3 % falsely, in each heart 93 % and 0.5 %`, () => {
        const outcomes = all.map(([name, heart]) => {
          const outcome = total(
            tried.map((seed) =>
              judged(
                heartbeats({ ...heart, seed }),
                kinds,
                every,
                31 * seed + every,
                heart.quantumMs,
              ),
            ),
          );
          expect(outcome.found / outcome.injected, name).toBeGreaterThanOrEqual(0.93);
          expect(outcome.falsely / outcome.sound, name).toBeLessThan(0.005);
          return outcome;
        });
        const { found, injected, falsely, sound } = total(outcomes);
        expect(found / injected).toBeGreaterThanOrEqual(0.98);
        expect(falsely / sound).toBeLessThan(0.003);
      });
    }
  }

  test.each(all)(
    'RMSSD after correction is within three fifths of what it may be off, one in 60 to one in 12 spoilt: %s',
    (_, heart) => {
      for (const kind of injectable) {
        for (const every of [60, 40, 20, 12]) {
          for (const seed of tried) {
            const truth = heartbeats({ ...heart, seed });
            const { rrIntervalsMs } = spoilt(truth, [kind], every, 17 * seed, heart.quantumMs);
            expect(rmssdMiss(truth, rrIntervalsMs), `${kind} ${every} ${seed}`).toBeLessThan(0.6);
          }
        }
      }
    },
  );

  test.each(all)('a clean series is left as it is: %s', (_, heart) => {
    for (const seed of [...seeds, 5, 6]) {
      const truth = heartbeats({ ...heart, seed });
      const { segments, artefacts } = mend(truth);
      expect(artefacts).toEqual([]);
      expect(segments.map(({ rrIntervalsMs }) => rrIntervalsMs)).toEqual([truth]);
    }
  });

  test('strong breathing of the fit is no artefact, at any depth and pace', () => {
    for (const rsaMs of [120, 180, 240]) {
      for (const breathsPerMin of [5, 6, 9, 12, 15]) {
        const heart = {
          beats: 500,
          meanMs: () => 1200,
          rsaMs,
          breathsPerMin,
          lfMs: 20,
          wanderMs: 30,
          jitterMs: 8,
        };
        const flags = seeds.flatMap((seed) => flagged(heartbeats({ ...heart, seed })));
        expect(
          flags.length / (seeds.length * heart.beats),
          `${rsaMs} ${breathsPerMin}`,
        ).toBeLessThan(0.003);
      }
    }
  });
});

/** At rest, of sound intervals: beside beats that were missed next to none, beside moved ones as the heart leaps by itself. */
const mostFalsely = {
  missed: 0.0005,
  'double-missed': 0.0005,
  extra: 0.0005,
  ectopic: 0.0015,
  misplaced: 0.003,
} as const;

describe.runIf(hasSharedData)(`artefacts put into real recordings${sharedDataNote}`, () => {
  const recovery = sharedRr('ramp-and-recovery').slice(1200, 2270);
  const rest = sharedRr('rest-supine').slice(130, 900);
  const climb = sharedRr('ramp-and-recovery').slice(480, 1185);

  test.each([
    ['in recovery', recovery, 0.99, 0.1],
    ['on the climb', climb, 0.995, 0.1],
    ['at rest', rest, 0.97, 1],
  ] as const)('%s: found, and next to nothing falsely', (_, truth, least, share) => {
    for (const kind of injectable) {
      const { found, injected, falsely, sound } = total(
        [60, 40, 20].flatMap((every) =>
          seeds.map((seed) => judged(truth, [kind], every, seed + every, 1)),
        ),
      );
      expect(found / injected, kind).toBeGreaterThanOrEqual(least);
      expect(falsely / sound, kind).toBeLessThan(share * mostFalsely[kind]);
    }
  });

  test.each([
    ['at rest', rest, 1, 0.3],
    ['on the climb', climb, 0.2, 0.1],
    ['in recovery', recovery, 1.4, 0.3],
  ] as const)(
    'RMSSD after correction, in parts of what it may be off: %s',
    (_, truth, most, usual) => {
      for (const kind of ['missed', 'double-missed', 'extra', 'ectopic'] as const) {
        const misses = [60, 30, 20, 12].flatMap((every) =>
          [...seeds, 4, 5, 6].map((seed) =>
            rmssdMiss(truth, spoilt(truth, [kind], every, 7 * seed + every, 1).rrIntervalsMs),
          ),
        );
        expect(Math.max(...misses), kind).toBeLessThan(most);
        expect(mean(misses), kind).toBeLessThan(usual);
      }
    },
  );

  test('the untouched stretches have few flags', () => {
    expect(flagged(recovery)).toEqual([]);
    expect(flagged(rest)).toEqual([]);
    expect(flagged(sharedRr('rest-supine')).length).toBeLessThanOrEqual(6);
    expect(flagged(sharedRr('ramp-and-recovery')).length).toBeLessThanOrEqual(13);
    expect(flagged(sharedRr('ramp-and-recovery').slice(40, 1185)).length).toBeLessThanOrEqual(3);
  });

  test('one beat in twelve misplaced: hardly a beat beside is blamed, at rest, on the climb and in recovery', () => {
    for (const [truth, least] of [
      [rest, 0.965],
      [climb, 0.995],
      [recovery, 0.985],
    ] as const) {
      const { found, injected, falsely, sound } = total(
        [...seeds, 4, 5, 6].map((seed) => judged(truth, ['misplaced'], 12, 100 + seed, 1)),
      );
      expect(found / injected).toBeGreaterThanOrEqual(least);
      expect(falsely / sound).toBeLessThan(0.008);
    }
  });
});
