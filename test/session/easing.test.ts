import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Plan, planOf } from '../../src/session/plan.ts';
import { eased, lightened } from '../../src/session/progress.ts';
import { doneIn } from './progress-done.ts';
import { anyDose } from './random-routine.ts';

const reps = (count: number, done: number, more: object = {}) =>
  ({ kind: 'reps', reps: count, done, cadencePerMin: 12, ...more }) as const;
const move = (seconds: number, more: object = {}) =>
  ({ kind: 'move', lengthMs: seconds * 1000, ...more }) as const;
const hold = (seconds: number, rep: number, of: number, more: object = {}) =>
  ({ kind: 'hold', lengthMs: seconds * 1000, rep, of, ...more }) as const;
const pause = (seconds: number) => ({ kind: 'pause', lengthMs: seconds * 1000 }) as const;

describe('§3 easing', () => {
  test('eased: 60 % of every cadence, nothing else', () => {
    const plan: Plan = [
      reps(8, 2),
      move(10),
      move(10, { cadencePerMin: 30 }),
      pause(5),
      hold(6, 1, 1),
    ];
    expect(eased(plan, 0.6)).toEqual([
      { ...reps(8, 2), cadencePerMin: 12 * 0.6 },
      move(10),
      move(10, { cadencePerMin: 18 }),
      pause(5),
      hold(6, 1, 1),
    ]);
  });

  test('lightened: 80 % of what is left, of reps at least one and no part of one', () => {
    expect(lightened([move(10), reps(10, 0), reps(10, 6), reps(8, 7), reps(8, 8)], 0.8)).toEqual([
      move(8),
      reps(8, 0),
      reps(10, 6),
      reps(8, 7),
      reps(8, 8),
    ]);
  });

  test('lightened: 80 % of the holds that are left, with the pauses between them', () => {
    const hold = (rep: number) => ({ kind: 'hold' as const, lengthMs: 6000, rep, of: 5 });
    const pause = { kind: 'pause' as const, lengthMs: 15_000 };
    const five = [1, 2, 3, 4, 5].flatMap((rep) => [hold(rep), pause]).slice(0, -1);
    const four = five.slice(0, 7).map((each) => (each.kind === 'hold' ? { ...each, of: 4 } : each));
    expect(lightened(five, 0.8)).toEqual(four);
    expect(lightened([hold(5)], 0.8)).toEqual([hold(5)]);
  });

  test('neither ever adds to a plan', () => {
    fc.assert(
      fc.property(anyDose, fc.double({ min: 0.2, max: 1, noNaN: true }), (dose, factor) => {
        const plan = planOf(dose, 10);
        const [all, left] = [
          doneIn(plan, 1e9),
          doneIn(lightened(eased(plan, factor), factor), 1e9),
        ];
        expect(left.reps).toBeLessThanOrEqual(all.reps);
        expect(left.ms).toBeLessThanOrEqual(all.ms);
      }),
    );
  });
});
