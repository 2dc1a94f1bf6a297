import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/session/input.ts';
import { cadenced, moved, ofType } from './pace.ts';
import {
  beats,
  headerOf,
  plainRoutine,
  press,
  type Span,
  stepsOf,
  storyOf,
  tell,
  through,
} from './story.ts';

const inOrder = (...inputs: (readonly Input[])[]): Input[] =>
  inputs.flat().sort((a, b) => a.atMs - b.atMs);
const belowOf = ({ phase }: ReturnType<typeof tell>['state']) =>
  'belowBpm' in phase ? phase.belowBpm : undefined;

/** The exercise runs from 15 s to 75 s; a rest of 20 s follows, until the mean is at 87 or less. */
const exercised: Span = [80, 75];
const rested = (inputs: readonly Input[], change = {}) =>
  tell(headerOf({ ...plainRoutine(), ...change }), inputs);

describe('§3 limits moved by key in a rest move what that rest waits for', () => {
  test('given a rest until 87, when the limits are lowered, then it waits for 82 from that turn on', () => {
    const { facts, state } = rested(
      inOrder(through(exercised, [84, 110], [82, 130]), [press(90, 'limits-lower')]),
    );
    expect(ofType(facts, 'limits-changed')[0]).toMatchObject({ atMs: 90_000, belowBpm: 82 });
    expect(storyOf(facts, 'get-ready-began').at(-1)).toBe('119 get-ready-began 1');
    expect(state.limits.limitBpm).toBe(95);
  });

  test('given a pulse that stays above 87, when the limits are raised, then the rest waits for 92', () => {
    const { facts } = rested(inOrder(through(exercised, [90, 140]), [press(120, 'limits-raise')]));
    expect(ofType(facts, 'limits-changed')[0]).toMatchObject({ belowBpm: 92 });
    expect(storyOf(facts, 'get-ready-began').at(-1)).toBe('130 get-ready-began 1');
  });

  test('raised they end no rest in that turn: ten seconds anew must be at the new number', () => {
    const risen = inOrder(through(exercised, [90, 124], [96, 128], [90, 160]), [
      press(120, 'limits-raise'),
    ]);
    expect(storyOf(rested(risen).facts, 'get-ready-began').at(-1)).toBe('134 get-ready-began 1');
  });

  test('a rest that is not over yet keeps its time whatever the limits', () => {
    const early = inOrder(through(exercised, [80, 120]), [press(76, 'limits-raise')]);
    expect(storyOf(rested(early).facts, 'get-ready-began').at(-1)).toBe('95 get-ready-began 1');
  });

  test("the routine's own lower number stays: limits raised by key do not lift it", () => {
    const { state } = rested(inOrder(through(exercised, [90, 110]), [press(90, 'limits-raise')]), {
      restBelowBpm: 75,
    });
    expect(belowOf(state)).toBe(75);
  });

  test('out of bounds neither the limits nor the rest move', () => {
    const many = Array.from({ length: 12 }, () => press(90, 'limits-lower'));
    const { state } = rested(inOrder(through(exercised, [84, 91]), many));
    expect(state.limits.cautionBpm).toBe(40);
    expect(belowOf(state)).toBe(37);
  });
});

describe('§3 limits moved by key in a recovery move what that recovery waits for', () => {
  const recovering = (key: 'limits-lower' | 'limits-raise', ...later: Span[]) =>
    tell(cadenced, inOrder(through(moved, [104, 31], ...later), [press(40, key)]));

  test('lowered: 82, and a mean of 85 does not go on', () => {
    const { facts, state } = recovering('limits-lower', [85, 120]);
    expect(state.phase).toMatchObject({ name: 'recovery', belowBpm: 82 });
    expect(storyOf(facts, 'get-ready-began')).toHaveLength(1);
  });

  test('raised: 92, once the warning is left and ten seconds anew are at it', () => {
    const { facts, state } = recovering('limits-raise', [91, 80]);
    expect(storyOf(facts, 'get-ready-began').at(-1)).toBe('51 get-ready-began 0');
    expect(state.limits.limitBpm).toBe(105);
  });
});

test('§3 limits raised by key end no evening-out in that turn either', () => {
  const settle = { type: 'settle', atLeastSeconds: 60, atMostSeconds: 240 } as const;
  const calm = headerOf(stepsOf({ dose: settle, effort: 'still', posture: 'sitting' }));
  const { facts } = tell(calm, inOrder(beats(90, 0, 140), [press(120, 'limits-raise')]));
  expect(storyOf(facts, 'exercise-ended')).toEqual(['130 exercise-ended 0 done']);
});
