import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/session/input.ts';
import { cadenced, moved, ofType, overStoryOf } from './pace.ts';
import { headerOf, packet, packets, plainRoutine, press, storyOf, tell, through } from './story.ts';

const inOrder = (...inputs: (readonly Input[])[]): Input[] =>
  inputs.flat().sort((a, b) => a.atMs - b.atMs);

describe('§3 what waits for the pulse waits for the guard too', () => {
  test('a rest that next has led to does not end while over stands, though the mean is down', () => {
    const down = inOrder(through(moved, [104, 31], [75, 60]), [press(27, 'next')]);
    const { facts, state } = tell(cadenced, down);
    expect(state.recoveries).toEqual([0]);
    expect(storyOf(facts, 'warning-cleared')[0]).toBe('41 warning-cleared over');
    expect(storyOf(facts, 'get-ready-began').at(-1)).toBe('41 get-ready-began 1');
  });

  test('in a pause a recovery does not go on, however low the pulse', () => {
    const { facts, state } = tell(
      cadenced,
      inOrder(through(moved, [104, 31], [75, 100]), [press(33, 'pause')]),
    );
    expect(storyOf(facts, 'get-ready-began')).toHaveLength(1);
    expect(state.phase.name).toBe('recovery');
    const resumed = inOrder(through(moved, [104, 31], [75, 100]), [
      press(33, 'pause'),
      press(80, 'pause'),
    ]);
    expect(storyOf(tell(cadenced, resumed).facts, 'get-ready-began').at(-1)).toBe(
      '80 get-ready-began 0',
    );
  });

  test('in a pause the five minutes of a recovery stand too', () => {
    const { state } = tell(cadenced, inOrder(through(moved, [104, 700]), [press(33, 'pause')]));
    expect(state.phase.name).toBe('recovery');
  });
});

describe('§3 an over-stop', () => {
  test('counts where its mean exceeds the limit, not where it is just at it', () => {
    const swinging = packets(25, 45, (atS) => packet(atS, atS % 2 === 0 ? 99 : 101));
    const { facts } = tell(cadenced, [...through(moved), ...swinging]);
    expect(ofType(facts, 'exercise-ended')[0]?.outcome).toBe('over');
    expect(ofType(facts, 'over-stop-counted')).toEqual([]);
  });

  test('whose exercise was all but done leaves it done, with nothing remaining', () => {
    const four = headerOf(plainRoutine(2, { type: 'reps', reps: 4, cadencePerMin: 12 }));
    const { facts } = tell(four, through([80, 32], [102, 33], [80, 80]));
    expect(ofType(facts, 'exercise-ended').slice(0, 2)).toMatchObject([
      { stepIndex: 0, outcome: 'over' },
      { stepIndex: 0, outcome: 'done', remaining: [] },
    ]);
  });

  test('an exercise that is dropped or done has nothing remaining', () => {
    expect(overStoryOf(through(moved, [104, 31], [80, 60], [104, 70], [80, 100]))).toContain(
      '80 exercise-ended 0 dropped',
    );
    const { facts } = tell(cadenced, through([80, 80]));
    expect(ofType(facts, 'exercise-ended')[0]).toMatchObject({ outcome: 'done', remaining: [] });
  });
});
