import { expect, test } from 'vitest';
import { routineNames } from '../../src/commands/routine-names.ts';
import { findRoutine } from '../../src/library/library.ts';

const names = routineNames(undefined);

test('routines and exercises go by the names people see', () => {
  const { name, steps } = findRoutine('heart');
  const [step] = steps;
  expect(names.routine('heart')).toBe(name);
  expect(names.step('heart', step?.id ?? '')).toBe(step?.name);
});

test('what is not known goes by its id in words', () => {
  expect(names.step('heart', 'no-such-step')).toBe('no such step');
  expect(names.routine('gone-since')).toBe('gone-since');
  expect(names.step('gone-since', 'arm-circles')).toBe('arm circles');
});

test('an id that looks like a path opens nothing', () => {
  expect(names.routine('routines/heart.yaml')).toBe('routines/heart.yaml');
});
