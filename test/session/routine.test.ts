import { describe, expect, test } from 'vitest';
import { doseSchema } from '../../src/session/dose.ts';
import { isOpen, openRoutine } from '../../src/session/routine.ts';
import { routineSchema } from '../../src/session/routine-schema.ts';
import { plainRoutine } from './story.ts';

const accepts = (change: object) =>
  routineSchema.safeParse({ ...plainRoutine(), ...change }).success;
const step = plainRoutine(1).steps[0];
const acceptsStep = (change: object) => accepts({ steps: [{ ...step, ...change }] });

describe('a routine at the door', () => {
  test('that is whole is taken', () => {
    expect(accepts({})).toBe(true);
    expect(isOpen(routineSchema.parse(openRoutine))).toBe(true);
  });

  test.each([
    ['another version', { schemaVersion: 2 }],
    ['an unknown key', { limitsBpm: 200 }],
    ['an id with a path', { id: '../x' }],
    ['an id too long', { id: 'a'.repeat(41) }],
    ['an empty name', { name: '  ' }],
    ['a name too long', { name: 'a'.repeat(121) }],
    ['a limit no heart has', { limitBpm: 221 }],
    ['a rest without end', { restSeconds: 601 }],
    ['two steps of one id', { steps: [step, step] }],
    ['too many steps', { steps: Array.from({ length: 61 }, (_, n) => ({ ...step, id: `s${n}` })) }],
  ])('with %s is refused', (_name, change) => expect(accepts(change)).toBe(false));

  test.each([
    ['an unknown posture', { posture: 'upside-down' }],
    ['a standing rest', { restPosture: 'standing' }],
    ['an unknown effort', { effort: 'extreme' }],
    ['no prompt', { prompt: [] }],
    ['a prompt of five lines', { prompt: ['1', '2', '3', '4', '5'] }],
    ['no dose', { dose: undefined }],
  ])('with a step of %s is refused', (_name, change) => expect(acceptsStep(change)).toBe(false));
});

describe('a dose at the door', () => {
  test.each([
    { type: 'time', seconds: 0 },
    { type: 'time', seconds: 14_401 },
    { type: 'time', seconds: Number.POSITIVE_INFINITY },
    { type: 'time', seconds: Number.NaN },
    { type: 'time', seconds: { least: 20, most: 10 } },
    { type: 'reps', reps: 0, cadencePerMin: 12 },
    { type: 'reps', reps: 1001, cadencePerMin: 12 },
    { type: 'reps', reps: 2.5, cadencePerMin: 12 },
    { type: 'reps', reps: { least: 9, most: 8 }, cadencePerMin: 12 },
    { type: 'reps', reps: 8 },
    { type: 'reps', reps: 8, cadencePerMin: 241 },
    { type: 'reps', reps: 8, cadencePerMin: 12, each: ['left'] },
    { type: 'holds', holdSeconds: 6, reps: 3 },
    { type: 'sets', sets: 3, reps: 8, cadencePerMin: 12 },
    { type: 'settle', atLeastSeconds: 60, atMostSeconds: 30 },
    { type: 'open', seconds: 5 },
    { type: 'until-tired' },
  ])('%j is refused', (dose) => expect(doseSchema.safeParse(dose).success).toBe(false));
});
