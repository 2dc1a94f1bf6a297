import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/session/input.ts';
import { ready, type SessionState } from '../../src/session/state.ts';
import { elapsedMs } from '../../src/session/stopwatch.ts';
import { cadenced, ofType } from './pace.ts';
import {
  beats,
  headerOf,
  measured,
  plainRoutine,
  press,
  storyOf,
  type Told,
  tell,
  tellOn,
  through,
} from './story.ts';

const three = headerOf(plainRoutine(3, { type: 'time', seconds: 60, cadencePerMin: 30 }));
const inOrder = (...inputs: (readonly Input[])[]): Input[] =>
  inputs.flat().sort((a, b) => a.atMs - b.atMs);

/** A session whose pulse at each second is what `bpmIn` makes of its state; keys at their seconds. */
function lived(
  untilS: number,
  bpmIn: (state: SessionState, atMs: number) => number,
  keyIn: (state: SessionState, facts: Told['facts']) => 'back' | 'next' | undefined = () =>
    undefined,
  header = three,
): Told {
  let told: Told = { facts: [], state: ready(header) };
  for (let second = 0; second < untilS; second += 1) {
    const key = keyIn(told.state, told.facts);
    if (key !== undefined) told = tellOn(told, [press(second, key)]);
    told = tellOn(told, [measured(second * 1000, bpmIn(told.state, second * 1000))]);
  }
  return told;
}

const isIn = ({ phase }: SessionState, stepIndex: number): boolean =>
  phase.name === 'exercise' && phase.stepIndex === stepIndex;
const warmIn = (state: SessionState, stepIndex: number, atMs: number): boolean =>
  isIn(state, stepIndex) && elapsedMs(state.clock, atMs) >= 10_000;
const isFirstBack = (facts: Told['facts']): boolean =>
  !facts.some(({ type }) => type === 'went-back');

describe('§3 going back forgets nothing that the guard has found', () => {
  test('given one over-stop, when it is left by back and done again, then the next over-stop drops it', () => {
    const { facts } = lived(
      500,
      (state, atMs) => (warmIn(state, 1, atMs) || state.pendingOverStop ? 104 : 80),
      (state, facts) => (state.overStops.length === 1 && isFirstBack(facts) ? 'back' : undefined),
    );
    expect(storyOf(facts, 'over-stop-counted', 'went-back').map(withoutTime)).toEqual([
      'over-stop-counted 1',
      'went-back 0',
      'over-stop-counted 1',
    ]);
    expect(storyOf(facts, 'exercise-ended').map(withoutTime)).toContain('exercise-ended 1 dropped');
  });

  test('given an exercise that was dropped, then back passes it over, and so does the way forward', () => {
    const { facts } = lived(
      900,
      (state, atMs) => (warmIn(state, 1, atMs) || state.pendingOverStop ? 104 : 80),
      (state, facts) => (isIn(state, 2) && isFirstBack(facts) ? 'back' : undefined),
    );
    const began = storyOf(facts, 'exercise-began', 'went-back').map(withoutTime);
    expect(began).toEqual([
      'exercise-began 0',
      'exercise-began 1',
      'exercise-began 1',
      'exercise-began 2',
      'went-back 0',
      'exercise-began 0',
      'exercise-began 2',
    ]);
    expect(storyOf(facts, 'session-ended').map(withoutTime)).toEqual(['session-ended completed']);
  });

  test('given its second over-stop, when back is pressed before it is dropped, then it is not begun again', () => {
    const { facts } = lived(
      900,
      (state, atMs) => (warmIn(state, 1, atMs) || state.pendingOverStop ? 104 : 80),
      (state, facts) => (state.overStops.length === 2 && isFirstBack(facts) ? 'back' : undefined),
    );
    const began = storyOf(facts, 'exercise-began', 'went-back').map(withoutTime);
    expect(began.slice(3)).toEqual(['went-back 0', 'exercise-began 0', 'exercise-began 2']);
  });

  test('given an exercise eased by caution and then quickened by key, when it is done again, then it begins eased', () => {
    const inputs = inOrder(through([80, 20], [92, 22], [80, 81]), [
      press(45, 'more'),
      press(80, 'back'),
    ]);
    const { facts, state } = tell(cadenced, inputs);
    expect(ofType(facts, 'pace-changed')[0]?.pace).toBeCloseTo(0.66);
    expect(state.phase).toMatchObject({ name: 'get-ready', stepIndex: 0 });
    expect(state.work).toMatchObject({ pace: 0.6, plan: [{ cadencePerMin: 18 }] });
  });

  test('given the first exercise dropped, back has nowhere to go and means nothing', () => {
    const { facts } = lived(
      400,
      (state, atMs) => (warmIn(state, 0, atMs) || state.pendingOverStop ? 104 : 80),
      (state) => (isIn(state, 1) && state.atMs < 120_000 ? 'back' : undefined),
    );
    expect(storyOf(facts, 'key-pressed').length).toBeGreaterThan(0);
    expect(ofType(facts, 'went-back')).toEqual([]);
  });

  test('given three short stops, two of them before going back, then it is dropped', () => {
    const { facts } = lived(
      900,
      (state, atMs) => (warmIn(state, 1, atMs) ? 101 : 80),
      (state, facts) =>
        isFirstBack(facts) && state.recoveries.length === 2 && state.phase.name === 'get-ready'
          ? 'back'
          : undefined,
    );
    expect(ofType(facts, 'over-stop-counted')).toEqual([]);
    const ended = storyOf(facts, 'exercise-ended').map(withoutTime);
    expect(ended.filter((each) => each === 'exercise-ended 1 over')).toHaveLength(3);
    expect(ended).toContain('exercise-ended 1 dropped');
  });

  test('given caution in an exercise, when it is come to again after going back, then it is still eased', () => {
    const { facts } = tell(
      three,
      inOrder(through([80, 115], [92, 118], [80, 400]), [press(130, 'back')]),
    );
    expect(
      ofType(facts, 'exercise-began').map(({ stepIndex, plan }) => [stepIndex, plan[0]]),
    ).toEqual([
      [0, expect.objectContaining({ cadencePerMin: 30 })],
      [1, expect.objectContaining({ cadencePerMin: 30 })],
      [0, expect.objectContaining({ cadencePerMin: 18 })],
      [1, expect.objectContaining({ cadencePerMin: 18 })],
      [2, expect.objectContaining({ cadencePerMin: 18 })],
    ]);
  });
});

describe('§3 an over that a key escapes from still counts towards the exercise it began in', () => {
  /** The first exercise runs from 15 s; over begins at 25 s. */
  const escaped = (key: 'next' | 'back' | 'discomfort', overUntilS: number) =>
    tell(three, inOrder(through([80, 25], [104, overUntilS], [80, 80]), [press(27, key)]));

  test('given over at 25 s, when next is pressed at 27 s and the pulse stays up, then it counts at 30 s', () => {
    const { facts } = escaped('next', 40);
    expect(storyOf(facts, 'exercise-ended', 'over-stop-counted').slice(0, 3)).toEqual([
      '25 exercise-ended 0 over',
      '27 exercise-ended 0 skipped',
      '30 over-stop-counted 0',
    ]);
  });

  test('given a pulse that is down before 5 s, it was a rest, by key as without', () => {
    expect(ofType(escaped('next', 28).facts, 'over-stop-counted')).toEqual([]);
  });

  test('given next twice, the step that is then made ready is not charged with it', () => {
    const twice = inOrder(through([80, 25], [104, 40], [80, 80]), [
      press(26, 'next'),
      press(27, 'next'),
    ]);
    const { facts, state } = tell(three, twice);
    expect(storyOf(facts, 'over-stop-counted')).toEqual(['30 over-stop-counted 0']);
    expect(state.overStops).toEqual([0]);
    const second = ofType(facts, 'get-ready-began').filter(({ stepIndex }) => stepIndex === 1);
    expect(second.at(-1)?.plan).toMatchObject([{ lengthMs: 60_000 }]);
  });

  test('given discomfort in over, the cool-down counts it too', () => {
    expect(storyOf(escaped('discomfort', 40).facts, 'over-stop-counted')).toEqual([
      '30 over-stop-counted 0',
    ]);
  });

  test('given that it is the third exercise, then it is enough for today, whatever the phase', () => {
    const { facts } = lived(
      900,
      (state, atMs) =>
        [0, 1, 2].some((step) => warmIn(state, step, atMs)) || state.pendingOverStop ? 104 : 80,
      (state) => (state.phase.name === 'recovery' && state.pendingOverStop ? 'next' : undefined),
      cadenced,
    );
    expect(storyOf(facts, 'over-stop-counted', 'cool-down-began').map(withoutTime)).toEqual([
      'over-stop-counted 0',
      'over-stop-counted 1',
      'over-stop-counted 2',
      'cool-down-began enough-for-today',
    ]);
  });

  test('an over that begins anew when the first has been left is not charged to the exercise before', () => {
    const again = through([80, 25], [101, 27], [90, 45], [104, 60], [80, 80]);
    const { facts, state } = tell(three, again);
    expect(storyOf(facts, 'warning-raised').at(-1)).toBe('45 warning-raised over');
    expect(state.recoveries).toEqual([0]);
    expect(ofType(facts, 'over-stop-counted')).toEqual([]);
  });
});

const withoutTime = (line: string): string => line.slice(line.indexOf(' ') + 1);

test('a session at rest has no stop to count', () => {
  expect(tell(three, beats(80, 0, 200)).state).toMatchObject({ overStops: [], recoveries: [] });
});
