import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Dose, doseSchema } from '../../src/session/dose.ts';
import { type Plan, planOf } from '../../src/session/plan.ts';
import { doneIn } from './progress-done.ts';
import { anyDose } from './random-routine.ts';

const reps = (count: number, done: number, more: object = {}) =>
  ({ kind: 'reps', reps: count, done, cadencePerMin: 12, ...more }) as const;
const move = (seconds: number, more: object = {}) =>
  ({ kind: 'move', lengthMs: seconds * 1000, ...more }) as const;
const hold = (seconds: number, rep: number, of: number, more: object = {}) =>
  ({ kind: 'hold', lengthMs: seconds * 1000, rep, of, ...more }) as const;
const pause = (seconds: number) => ({ kind: 'pause', lengthMs: seconds * 1000 }) as const;

describe('§3 a dose becomes a plan', () => {
  test.each<[string, Dose, number, Plan]>([
    ['a time', { type: 'time', seconds: 60 }, 0, [move(60)]],
    [
      'a time at a cadence',
      { type: 'time', seconds: 60, cadencePerMin: 20 },
      0,
      [move(60, { cadencePerMin: 20 })],
    ],
    [
      'a time shared out',
      { type: 'time', seconds: 60, halves: ['a', 'b'] },
      0,
      [move(30, { side: 'a' }), move(30, { side: 'b' })],
    ],
    [
      'a time for each side',
      { type: 'time', seconds: 60, each: ['a', 'b'] },
      0,
      [move(60, { side: 'a' }), move(60, { side: 'b' })],
    ],
    ['reps', { type: 'reps', reps: 8, cadencePerMin: 12 }, 0, [reps(8, 0)]],
    [
      'reps for each side',
      { type: 'reps', reps: 8, cadencePerMin: 12, each: ['a', 'b'] },
      0,
      [reps(8, 0, { side: 'a' }), reps(8, 0, { side: 'b' })],
    ],
    [
      'reps shared out',
      { type: 'reps', reps: 10, cadencePerMin: 12, halves: ['a', 'b'] },
      0,
      [reps(5, 0, { side: 'a' }), reps(5, 0, { side: 'b' })],
    ],
    [
      'holds with rests between, none after the last',
      { type: 'holds', holdSeconds: 6, reps: 2, restSeconds: 15, each: ['a', 'b'] },
      0,
      [
        hold(6, 1, 2, { side: 'a' }),
        pause(15),
        hold(6, 2, 2, { side: 'a' }),
        pause(15),
        hold(6, 1, 2, { side: 'b' }),
        pause(15),
        hold(6, 2, 2, { side: 'b' }),
      ],
    ],
    [
      'sets with rests between',
      { type: 'sets', sets: 2, reps: 8, cadencePerMin: 12, restSeconds: 60 },
      0,
      [reps(8, 0, { set: 1, sets: 2 }), pause(60), reps(8, 0, { set: 2, sets: 2 })],
    ],
    [
      'calm until the pulse is down',
      { type: 'settle', atLeastSeconds: 60, atMostSeconds: 240 },
      0,
      [{ kind: 'settle', atLeastMs: 60_000, atMostMs: 240_000 }],
    ],
    ['open', { type: 'open' }, 0, [{ kind: 'open' }]],
    [
      'level 0 is the least',
      { type: 'reps', reps: { least: 20, most: 50 }, cadencePerMin: 12 },
      0,
      [reps(20, 0)],
    ],
    [
      'level 5 is half-way',
      { type: 'reps', reps: { least: 20, most: 50 }, cadencePerMin: 12 },
      5,
      [reps(35, 0)],
    ],
    [
      'level 10 is the most',
      { type: 'reps', reps: { least: 20, most: 50 }, cadencePerMin: 12 },
      10,
      [reps(50, 0)],
    ],
    [
      'no level exceeds the most',
      { type: 'time', seconds: { least: 60, most: 120 } },
      99,
      [move(120)],
    ],
  ])('%s', (_name, dose, level, plan) => {
    expect(planOf(doseSchema.parse(dose), level)).toEqual(plan);
  });

  test('reps shared out are no more than the dose', () => {
    fc.assert(
      fc.property(anyDose, fc.integer({ min: 0, max: 10 }), (dose, level) => {
        if (dose.type !== 'reps' || dose.halves === undefined) return;
        expect(doneIn(planOf(dose, level), 1e9).reps).toBeLessThanOrEqual(dose.reps as number);
      }),
    );
  });
});
