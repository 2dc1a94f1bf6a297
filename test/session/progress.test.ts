import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Plan, planOf } from '../../src/session/plan.ts';
import { placeIn, planMs, remainder } from '../../src/session/progress.ts';
import { doneIn } from './progress-done.ts';
import { anyDose } from './random-routine.ts';

const reps = (count: number, done: number, more: object = {}) =>
  ({ kind: 'reps', reps: count, done, cadencePerMin: 12, ...more }) as const;
const move = (seconds: number, more: object = {}) =>
  ({ kind: 'move', lengthMs: seconds * 1000, ...more }) as const;
const hold = (seconds: number, rep: number, of: number, more: object = {}) =>
  ({ kind: 'hold', lengthMs: seconds * 1000, rep, of, ...more }) as const;
const pause = (seconds: number) => ({ kind: 'pause', lengthMs: seconds * 1000 }) as const;

describe('§3 the place in a plan', () => {
  const plan: Plan = [reps(2, 0), pause(10), hold(6, 1, 1)];

  test.each([
    [0, 0, 0, 0],
    [4999, 0, 4999, 0],
    [5000, 0, 5000, 1],
    [10_000, 1, 0, 0],
    [20_000, 2, 0, 0],
    [25_999, 2, 5999, 0],
  ])('after %s ms: segment %s, %s ms into it, %s reps done', (movedMs, index, intoMs, repsDone) => {
    expect(placeIn(plan, movedMs)).toMatchObject({ index, intoMs, repsDone });
  });

  test('after all of it there is none', () => {
    expect(placeIn(plan, 26_000)).toBeUndefined();
    expect(planMs(plan)).toBe(26_000);
  });

  test('reps are counted from those done before an interruption', () => {
    expect(placeIn([reps(8, 3)], 5000)).toMatchObject({ repsDone: 4, leftMs: 20_000 });
  });

  test('an eased cadence counts every rep when its time is full', () => {
    const slow: Plan = [{ kind: 'reps', reps: 50, done: 0, cadencePerMin: 7.2 }];
    const counts = Array.from(
      { length: 49 },
      (_, n) => placeIn(slow, ((n + 1) * 60_000) / 7.2)?.repsDone,
    );
    expect(counts).toEqual(Array.from({ length: 49 }, (_, n) => n + 1));
  });
});

describe('§3 the remaining dose', () => {
  test.each<[string, Plan, number, Plan]>([
    ['nothing done', [reps(8, 0), move(10)], 0, [reps(8, 0), move(10)]],
    ['reps done', [reps(8, 0)], 15_000, [reps(8, 3)]],
    ['a rep begun is done', [reps(8, 0)], 15_001, [reps(8, 4)]],
    ['the last rep begun', [reps(8, 7), move(10)], 2000, [reps(8, 8), move(10)]],
    ['a time', [move(60)], 20_000, [move(40)]],
    ['a hold goes on where it was', [hold(300, 1, 1)], 100_000, [hold(200, 1, 1)]],
    ['a pause too', [pause(15), hold(6, 2, 2)], 5000, [pause(10), hold(6, 2, 2)]],
    ['segments done fall away', [move(10), pause(5), move(10)], 16_000, [move(9)]],
    [
      'calm has its least and most',
      [{ kind: 'settle', atLeastMs: 60_000, atMostMs: 240_000 }],
      90_000,
      [{ kind: 'settle', atLeastMs: 0, atMostMs: 150_000 }],
    ],
    ['an open one stays open', [{ kind: 'open' }], 90_000, [{ kind: 'open' }]],
    ['all done', [move(10)], 10_000, []],
  ])('%s', (_name, plan, movedMs, left) => {
    expect(remainder(plan, movedMs)).toEqual(left);
  });

  test('what was done and what remains are together never more than the plan', () => {
    fc.assert(
      fc.property(anyDose, fc.double({ min: 0, max: 1, noNaN: true }), (dose, part) => {
        const plan = planOf(dose, 10);
        const movedMs = planMs(plan) * part;
        const [all, done, left] = [
          doneIn(plan, 1e9),
          doneIn(plan, movedMs),
          doneIn(remainder(plan, movedMs), 1e9),
        ];
        expect(done.reps + left.reps).toBeLessThanOrEqual(all.reps + 1e-5);
        expect(done.ms + left.ms).toBeLessThanOrEqual(all.ms + 1e-3);
      }),
    );
  });
});
