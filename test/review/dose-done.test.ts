import { describe, expect, test } from 'vitest';
import { dosesDone } from '../../src/review/dose-done.ts';
import type { Fact } from '../../src/session/facts.ts';
import type { Plan } from '../../src/session/plan.ts';
import { beats, headerOf, plainRoutine, press, tell } from '../session/story.ts';

const reps = (left: number, done = 0): Plan => [
  { kind: 'reps', reps: done + left, done, cadencePerMin: 30 },
];
const began = (plan: Plan): Fact => ({
  type: 'exercise-began',
  atMs: 0,
  stepIndex: 0,
  plan: [...plan],
});
const ended = (remaining: Plan): Fact => ({
  type: 'exercise-ended',
  atMs: 9,
  stepIndex: 0,
  outcome: 'caution',
  remaining: [...remaining],
});
const doneOf = (...facts: Fact[]) => dosesDone(facts).get(0);

describe('the dose done of a step', () => {
  test('is what was planned less what was left, all its bouts together', () => {
    const dose = doneOf(began(reps(20)), ended(reps(12, 8)), began(reps(12, 8)), ended([]));
    expect(dose).toMatchObject({ planned: { reps: 20, ms: 0 }, done: { reps: 20, ms: 0 } });
  });

  test('leaves out what was taken from the plan between two bouts, as after over (§3)', () => {
    const dose = doneOf(began(reps(20)), ended(reps(10, 10)), began(reps(8, 10)), ended([]));
    expect(dose?.done.reps).toBe(18);
  });

  test('counts reps added by key as done, and as planned only what was planned at first', () => {
    const more: Fact = {
      type: 'dose-changed',
      atMs: 3,
      stepIndex: 0,
      plan: [...reps(21)],
      steps: 1,
    };
    expect(doneOf(began(reps(20)), more, ended([]))).toMatchObject({
      planned: { reps: 20 },
      done: { reps: 21 },
    });
  });

  test('does not count as done what a key took from the dose', () => {
    const less: Fact = {
      type: 'dose-changed',
      atMs: 3,
      stepIndex: 0,
      plan: [...reps(19)],
      steps: -1,
    };
    expect(doneOf(began(reps(20)), less, ended([]))?.done.reps).toBe(19);
  });

  test('goes on counting through easing, pace and count by key', () => {
    const eased: Fact = { type: 'exercise-eased', atMs: 3, stepIndex: 0, plan: [...reps(15, 5)] };
    expect(doneOf(began(reps(20)), eased, ended(reps(5, 15)))?.done.reps).toBe(15);
  });

  test('is known to be cut off where the journal ends in the exercise', () => {
    expect(doneOf(began(reps(20)))).toMatchObject({ done: { reps: 0 }, isCutOff: true });
    expect(doneOf(began(reps(20)), ended([]))?.isCutOff).toBe(false);
  });

  test('is the moved time of a real session with a caution rest and a skip', () => {
    const header = headerOf(plainRoutine(2));
    const { facts } = tell(header, [
      ...beats(75, 2, 60),
      ...beats(75, 60, 110),
      press(110.5, 'next'),
      ...beats(70, 111, 300),
    ]);
    const doses = dosesDone(facts);
    expect(doses.get(0)?.done.ms).toBe(60_000);
    const second = facts.filter((fact) => 'stepIndex' in fact && fact.stepIndex === 1);
    const [from] = second.filter((fact) => fact.type === 'exercise-began');
    const [to] = second.filter((fact) => fact.type === 'exercise-ended');
    expect(doses.get(1)?.done.ms).toBe((to?.atMs ?? 0) - (from?.atMs ?? 0));
  });
});
