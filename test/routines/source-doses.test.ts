import { describe, expect, test } from 'vitest';
import { findRoutine } from '../../src/library/library.ts';
import { routineIds } from '../../src/library/shipped-routines.ts';
import { planOf, type Segment } from '../../src/session/plan.ts';
import type { Step } from '../../src/session/routine.ts';
import { ourBounds, sourceExercises, sourceTimes } from './source-doses.ts';

const ids = Object.keys(sourceExercises);
const steps = ids.flatMap((routine) =>
  findRoutine(routine).steps.map((step) => ({ routine, step })),
);
const stepNamed = (id: string): Step => {
  const found = steps.find(({ step }) => step.id === id);
  if (found === undefined) throw new Error(`no step ${id}`);
  return found.step;
};

test('every routine of the source comes with the program, and no other', () => {
  expect(routineIds()).toEqual([...ids].sort());
});

describe.each(Object.entries(sourceExercises))('%s', (routineId, exercises) => {
  const routine = findRoutine(routineId);

  test('has the exercises of the source, in its order', () => {
    expect(routine.id).toBe(routineId);
    expect(routine.steps.map(({ id }) => id)).toEqual(exercises.map(({ id }) => id));
  });

  test('has every dose of the source exactly', () => {
    for (const { id, dose = {}, postures } of exercises) {
      expect(stepNamed(id).dose).toMatchObject(dose);
      expect(postures).toContain(stepNamed(id).posture);
    }
  });

  test('is for the times of the source, and cautions where it must', () => {
    expect(routine.when).toEqual(sourceTimes[routineId] ?? ['day']);
    expect(routine.cautions.length).toBeGreaterThan(0);
  });
});

test('where the source is silent our own amounts stay within ours', () => {
  for (const [id, [key, least, most]] of Object.entries(ourBounds)) {
    const amount = Object.entries(stepNamed(id).dose).find(([name]) => name === key)?.[1];
    const range = typeof amount === 'number' ? { least: amount, most: amount } : amount;
    expect([id, range]).toEqual([id, { least, most }]);
  }
});

describe.each(steps.map(({ routine, step }) => [`${routine}: ${step.id}`, step] as const))(
  '%s',
  (_, step) => {
    test('can be followed while moving: up to four short lines', () => {
      const prompts = [step.prompt, ...(step.easier === undefined ? [] : [step.easier.prompt])];
      for (const prompt of prompts) {
        expect(prompt.length).toBeGreaterThan(0);
        expect(prompt.length).toBeLessThanOrEqual(4);
        for (const line of prompt) expect(line.length).toBeLessThanOrEqual(70);
      }
      expect(step.breathing.length).toBeLessThanOrEqual(60);
    });

    test('has a posture to rest in and an effort; what is moderate has an easier variant', () => {
      expect(['sitting', 'lying']).toContain(step.restPosture);
      expect(['still', 'light', 'moderate', 'vigorous']).toContain(step.effort);
      const isDemanding = step.effort === 'moderate' || step.effort === 'vigorous';
      expect(isDemanding && step.easier === undefined).toBe(false);
      expect(step.posture === 'lying' && step.restPosture !== 'lying').toBe(false);
    });
  },
);

test('holding the breath has its caution, and a variant that breathes out instead', () => {
  for (const id of ['wall-press', 'forehead-press', 'side-press']) {
    expect(stepNamed(id).easier?.prompt.join(' ')).toMatch(/breathe out/i);
  }
  expect(findRoutine('neck').cautions.join(' ')).toMatch(/blood pressure/);
});

test('the birch names whom it is not for, and begins with 30 s', () => {
  const { cautions, dose, easier } = stepNamed('birch');
  for (const word of ['blood pressure', 'glaucoma', 'neck', 'pregnancy']) {
    expect(cautions.join(' ')).toContain(word);
  }
  expect(easier?.name).toMatch(/wall/);
  expect(lengthsMs(planOf(dose, 0))).toEqual([30_000]);
  expect(lengthsMs(planOf(dose, 10))).toEqual([300_000]);
});

test('the head turns the same time either way, and both ways together take the two minutes', () => {
  expect(lengthsMs(planOf(stepNamed('head-rotations').dose, 0))).toEqual([60_000, 60_000]);
});

test('swimming says what water does to Bluetooth', () => {
  expect(findRoutine('swim').cautions.join(' ')).toMatch(/Bluetooth does not reach through water/);
});

test('jogging sends home on discomfort, to breathe, and raises nothing before the body has adapted', () => {
  expect(findRoutine('jog').cautions.join(' ')).toMatch(/go home.*breathing.*fully adapted/);
});

const lengthsMs = (plan: readonly Segment[]): number[] =>
  plan.map((segment) => ('lengthMs' in segment ? segment.lengthMs : 0));

test('legs: a minute of rest after every set of straddle bends, at every level, the last set too', () => {
  const { steps: all, restSeconds } = findRoutine('legs');
  const { dose } = stepNamed('seated-straddle-bends');
  expect(all.at(-1)?.id).not.toBe('seated-straddle-bends');
  expect(restSeconds).toBe(60);
  for (let level = 0; level <= 10; level += 1) {
    const plan = planOf(dose, level);
    const pauses = plan.filter((segment) => segment.kind === 'pause');
    expect(pauses).toEqual(pauses.map(() => ({ kind: 'pause', lengthMs: 60_000 })));
    expect(pauses).toHaveLength(plan.filter((segment) => segment.kind === 'reps').length - 1);
  }
});
