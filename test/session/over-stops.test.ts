import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/session/input.ts';
import { ready } from '../../src/session/state.ts';
import { elapsedMs } from '../../src/session/stopwatch.ts';
import { cadenced, moved, ofType, overStoryOf } from './pace.ts';
import { measured, storyOf, type Told, tell, tellOn, through } from './story.ts';

const plansOf = (inputs: readonly Input[]) =>
  ofType(tell(cadenced, inputs).facts, 'exercise-began').map(({ plan }) => plan);

describe('§3 going on after over', () => {
  test('waits until the mean of 10 s is at 87 or less', () => {
    expect(overStoryOf(through(moved, [104, 31], [88, 200])).at(-1)).toBe('30 over-stop-counted 0');
    const down = overStoryOf(through(moved, [104, 31], [88, 60], [87, 80]));
    expect(down.slice(-2)).toEqual(['69 get-ready-began 0', '74 exercise-began 0']);
  });

  test('after an over-stop: 80 % of what was left, at 60 % of the cadence', () => {
    expect(plansOf(through(moved, [104, 31], [80, 60])).at(-1)).toEqual([
      { kind: 'move', lengthMs: 40_000, cadencePerMin: 18 },
    ]);
  });

  test('after a short one: all of what was left', () => {
    expect(plansOf(through(moved, [101, 29], [80, 60])).at(-1)).toMatchObject([
      { lengthMs: 50_000 },
    ]);
  });

  test('a second over-stop in one exercise drops it, and the next is made ready', () => {
    const twice = through(moved, [104, 31], [80, 60], [104, 70], [80, 100]);
    expect(overStoryOf(twice).slice(5)).toEqual([
      '41 get-ready-began 0',
      '46 exercise-began 0',
      '60 exercise-ended 0 over',
      '60 recovery-began',
      '65 over-stop-counted 0',
      '80 exercise-ended 0 dropped',
      '80 get-ready-began 1',
      '88 exercise-began 1',
    ]);
  });

  test('over-stops in three exercises are enough for today', () => {
    const { facts } = overOnceInEachExercise();
    expect(storyOf(facts, 'over-stop-counted', 'cool-down-began')).toEqual([
      expect.stringMatching(/over-stop-counted 0$/),
      expect.stringMatching(/over-stop-counted 1$/),
      expect.stringMatching(/over-stop-counted 2$/),
      expect.stringMatching(/cool-down-began enough-for-today$/),
    ]);
  });

  test('not down after five minutes seated: still raised, enough for today', () => {
    expect(overStoryOf(through(moved, [104, 440], [80, 500])).slice(3)).toEqual([
      '25 recovery-began',
      '30 over-stop-counted 0',
      '325 cool-down-began still-raised',
      '455 session-ended still-raised',
    ]);
  });

  test('an exercise that stops shortly three times is dropped, and the session goes on', () => {
    const { facts } = brieflyOverInTheFirst();
    expect(storyOf(facts, 'over-stop-counted')).toEqual([]);
    expect(storyOf(facts, 'exercise-ended').slice(0, 4)).toEqual([
      expect.stringMatching(/0 over$/),
      expect.stringMatching(/0 over$/),
      expect.stringMatching(/0 over$/),
      expect.stringMatching(/0 dropped$/),
    ]);
    expect(storyOf(facts, 'session-ended')[0]).toMatch(/completed$/);
  });
});

/** A pulse that is 104 from the tenth second of every exercise until that has counted, else 80. */
function overOnceInEachExercise(): Told {
  let told: Told = { facts: [], state: ready(cadenced) };
  for (let second = 0; second < 600; second++) {
    const { phase, clock, pendingOverStop, overStops } = told.state;
    const isWarm = phase.name === 'exercise' && elapsedMs(clock, second * 1000) >= 10_000;
    const isFirst = phase.name === 'exercise' && !overStops.includes(phase.stepIndex);
    const isUp = pendingOverStop !== undefined || (isWarm && isFirst);
    told = tellOn(told, [measured(second * 1000, isUp ? 104 : 80)]);
  }
  return told;
}

/** A pulse that is 101 for a moment at the tenth second of the first exercise, every time it is begun, else 80. */
function brieflyOverInTheFirst(): Told {
  let told: Told = { facts: [], state: ready(cadenced) };
  for (let second = 0; second < 1000; second++) {
    const { phase, clock } = told.state;
    const isFirst = phase.name === 'exercise' && phase.stepIndex === 0;
    const isUp = isFirst && elapsedMs(clock, second * 1000) >= 10_000;
    told = tellOn(told, [measured(second * 1000, isUp ? 101 : 80)]);
  }
  return told;
}
