import { describe, expect, test } from 'vitest';
import type { Key } from '../../src/session/facts.ts';
import type { Input } from '../../src/session/input.ts';
import { placeIn } from '../../src/session/progress.ts';
import { elapsedMs } from '../../src/session/stopwatch.ts';
import { ofType } from './pace.ts';
import {
  beats,
  headerOf,
  measured,
  plainRoutine,
  press,
  stepsOf,
  storyOf,
  tell,
  through,
} from './story.ts';

const reps = headerOf(stepsOf({ dose: { type: 'reps', reps: 10, cadencePerMin: 12 } }, {}));
const timed = headerOf(
  stepsOf({ dose: { type: 'time', seconds: 60, cadencePerMin: 30 } }, { effort: 'light' }),
);
/** The first exercise runs from 15 s; keys are pressed once a half second from `atS`. */
const pressed = (header: typeof reps, atS: number, keys: readonly Key[], untilS = atS + 30) => {
  const presses = keys.map((key, index) => press(atS + index / 2, key));
  return tell(header, inOrder([...beats(80, 0, untilS), ...presses]));
};
const inOrder = (inputs: Input[]) => inputs.sort((a, b) => a.atMs - b.atMs);
const times = (count: number, key: Key): Key[] => Array.from({ length: count }, () => key);
const cadenceOf = ({ state }: ReturnType<typeof pressed>) => {
  const segment = state.work?.plan[0];
  return segment && 'cadencePerMin' in segment ? segment.cadencePerMin : undefined;
};

describe('§3 more and less: the cadence', () => {
  test('10 % at a time', () => {
    expect(cadenceOf(pressed(timed, 20, ['more']))).toBeCloseTo(33, 9);
    expect(cadenceOf(pressed(timed, 20, ['less']))).toBeCloseTo(27, 9);
  });

  test("never above 1.3 times the plan's own, nor below 0.3 times", () => {
    expect(cadenceOf(pressed(timed, 20, times(9, 'more')))).toBeCloseTo(39, 9);
    expect(cadenceOf(pressed(timed, 20, times(30, 'less')))).toBeCloseTo(9, 9);
  });

  test('what is left of a time stays left, and a rep under way is not lost', () => {
    expect(storyOf(pressed(timed, 20, ['more'], 90).facts, 'exercise-ended')[0]).toBe(
      '75 exercise-ended 0 done',
    );
    const { facts } = pressed(reps, 22, times(3, 'less'), 90);
    expect(ofType(facts, 'pace-changed').map(({ intoMs }) => intoMs > 0)).toEqual([
      true,
      true,
      true,
    ]);
    const full = 10 * 5;
    const ended = (ofType(facts, 'exercise-ended')[0]?.atMs ?? 0) / 1000 - 15;
    expect(ended).toBeGreaterThan(full);
    expect(ended).toBeLessThan(full / 0.9 ** 3);
  });

  test.each([
    ['caution', [80, 20], [92, 30]],
    ['over', [80, 20], [101, 30]],
  ] as const)('nothing is added in %s', (_name, calm, up) => {
    const keys: Key[] = ['more', 'dose-more', 'count-down'];
    const told = tell(reps, [...through(calm, up), ...keys.map((key) => press(30, key))]);
    expect(ofType(told.facts, 'pace-changed')).toEqual([]);
    expect(ofType(told.facts, 'dose-changed')).toEqual([]);
    expect(ofType(told.facts, 'count-corrected')).toEqual([]);
  });

  test('nothing is added while the pulse is on its way to caution', () => {
    const up = Array.from({ length: 20 }, (_, index) => measured((25 + index) * 1000, 65 + index));
    const keys: Key[] = ['more', 'dose-more', 'count-down'];
    const told = tell(reps, [...beats(65, 0, 25), ...up, ...keys.map((key) => press(44, key))]);
    expect(told.state.guard.approach).toBeDefined();
    expect(storyOf(told.facts).slice(-3)).toEqual(keys.map((key) => `44 key-pressed ${key}`));
  });

  test('less works in caution too', () => {
    const told = tell(timed, [...through([80, 20], [92, 30]), press(30, 'less')]);
    expect(ofType(told.facts, 'pace-changed')[0]?.pace).toBeCloseTo(0.54, 9);
  });

  test('a cadence that a key raised falls to 60 % of the plan in caution all the same', () => {
    const told = tell(
      timed,
      inOrder([...through([80, 30], [92, 33]), press(20, 'more'), press(21, 'more')]),
    );
    expect(cadenceOf(told)).toBeCloseTo(18, 9);
  });

  test('one that a key has lowered below 60 % is not touched', () => {
    const lowered = times(6, 'less').map((key) => press(20, key));
    const told = tell(timed, inOrder([...through([80, 30], [92, 33]), ...lowered]));
    expect(cadenceOf(told)).toBeCloseTo(30 * 0.9 ** 6, 9);
    expect(ofType(told.facts, 'exercise-eased')).toEqual([]);
  });

  test('after an interruption nothing is faster than planned, and after over it is slower', () => {
    const inputs = [...through([80, 30], [101, 33], [80, 60]), press(20, 'more')];
    const { facts } = tell(timed, inOrder(inputs));
    const [, again] = ofType(facts, 'exercise-began');
    expect(again?.plan).toMatchObject([{ cadencePerMin: expect.closeTo(18) }]);
  });

  test('outside an exercise, and in a pause, they mean nothing', () => {
    const paused = tell(timed, [...through([80, 20]), press(20, 'pause'), press(20, 'more')]);
    expect(storyOf(paused.facts).at(-1)).toBe('20 key-pressed more');
    expect(storyOf(tell(timed, [...beats(80, 0, 10), press(10, 'more')]).facts).at(-1)).toBe(
      '10 key-pressed more',
    );
  });
});

describe('§3 more and less: the dose', () => {
  const repsOf = ({ state }: ReturnType<typeof pressed>) => state.work?.plan[0];

  test('one rep or 10 s at a time', () => {
    expect(repsOf(pressed(reps, 20, ['dose-more']))).toMatchObject({ reps: 11 });
    expect(repsOf(pressed(reps, 20, ['dose-less']))).toMatchObject({ reps: 9 });
    expect(repsOf(pressed(timed, 20, ['dose-more']))).toMatchObject({ lengthMs: 70_000 });
    expect(storyOf(pressed(timed, 20, ['dose-less'], 90).facts, 'exercise-ended')[0]).toBe(
      '65 exercise-ended 0 done',
    );
  });

  test('at most five more than planned', () => {
    expect(repsOf(pressed(reps, 20, times(9, 'dose-more')))).toMatchObject({ reps: 15 });
    const back = [...times(9, 'dose-more'), ...times(2, 'dose-less')];
    expect(repsOf(pressed(reps, 20, back))).toMatchObject({ reps: 13 });
  });

  test('never less than what is done', () => {
    const { facts } = pressed(reps, 36, times(12, 'dose-less'), 60);
    expect(ofType(facts, 'dose-changed').at(-1)?.plan).toMatchObject([{ reps: 5 }]);
    expect(storyOf(facts, 'exercise-ended')[0]).toBe('40 exercise-ended 0 done');
    const late = pressed(timed, 66, ['dose-less'], 70);
    expect(ofType(late.facts, 'dose-changed')).toEqual([]);
  });
});

describe('§3 a key corrects the count', () => {
  const shown = (atS: number, keys: readonly Key[]) => {
    const { state } = pressed(reps, atS, keys, atS + 1);
    const place = placeIn(state.work?.plan ?? [], elapsedMs(state.clock, state.atMs));
    return place?.repsDone;
  };

  test('one up, one down', () => {
    expect(shown(28, [])).toBe(2);
    expect(shown(28, ['count-up'])).toBe(3);
    expect(shown(28, ['count-down'])).toBe(1);
  });

  test('not below none, and the last one up ends the exercise', () => {
    expect(shown(16, ['count-down'])).toBe(0);
    expect(storyOf(pressed(reps, 62, ['count-up']).facts, 'exercise-ended')[0]).toBe(
      '62 exercise-ended 0 done',
    );
  });

  test('of a time there is none', () => {
    expect(ofType(pressed(timed, 20, ['count-up']).facts, 'count-corrected')).toEqual([]);
  });
});

describe('§3 back', () => {
  const three = headerOf(plainRoutine(3, { type: 'time', seconds: 60, cadencePerMin: 30 }));
  const backAt = (atS: number, ...inputs: (readonly Input[])[]) =>
    tell(three, inOrder([...inputs.flat(), press(atS, 'back')]));

  test('in the rest after an exercise: that exercise, with its full plan', () => {
    const { facts } = backAt(80, beats(80, 0, 120));
    expect(storyOf(facts).slice(storyOf(facts).indexOf('80 key-pressed back') + 1)).toEqual([
      '80 went-back 0',
      '80 get-ready-began 0',
      '88 exercise-began 0',
    ]);
    expect(ofType(facts, 'exercise-began').at(-1)?.plan).toEqual([
      { kind: 'move', lengthMs: 60_000, cadencePerMin: 30 },
    ]);
  });

  test('in an exercise: it is ended, and the one before is made ready', () => {
    const { facts } = backAt(110, beats(80, 0, 120));
    expect(storyOf(facts, 'exercise-ended', 'went-back', 'get-ready-began').slice(-3)).toEqual([
      '110 exercise-ended 1 skipped',
      '110 went-back 0',
      '110 get-ready-began 0',
    ]);
  });

  test('from the first there is none', () => {
    expect(storyOf(backAt(20, beats(80, 0, 21)).facts).at(-1)).toBe('20 key-pressed back');
  });

  test('in over it goes back, but nothing begins before the pulse is down', () => {
    const { facts, state } = backAt(112, through([80, 110], [104, 200]));
    expect(storyOf(facts, 'went-back')).toEqual(['112 went-back 0']);
    expect(state.phase.name).toBe('recovery');
  });

  test('an exercise done again keeps the slower pace a key gave it', () => {
    const { facts } = backAt(80, beats(80, 0, 120), [press(20, 'less')]);
    expect(ofType(facts, 'get-ready-began').at(-1)?.plan).toMatchObject([{ cadencePerMin: 27 }]);
  });

  test('an exercise done again after caution is done at the eased cadence', () => {
    const { facts } = backAt(80, through([80, 50], [92, 55], [80, 120]));
    expect(ofType(facts, 'get-ready-began').at(-1)?.plan).toMatchObject([{ cadencePerMin: 18 }]);
  });
});
