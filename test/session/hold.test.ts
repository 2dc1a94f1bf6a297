import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/session/facts.ts';
import type { Input } from '../../src/session/input.ts';
import {
  beats,
  headerOf,
  linkLost,
  measured,
  openHeader,
  plainRoutine,
  press,
  storyOf,
  tell,
  through,
  tick,
} from './story.ts';

const holdFacts: Fact['type'][] = ['held', 'hold-countdown-began', 'hold-ended', 'session-ended'];
const header = headerOf(plainRoutine());
const holdsOf = (...inputs: (readonly Input[])[]) =>
  storyOf(tell(header, inputs.flat()).facts, ...holdFacts);
const exerciseEnds = (...inputs: (readonly Input[])[]) =>
  storyOf(tell(header, inputs.flat()).facts, 'exercise-ended');
const begun = through([80, 20]);

describe('§3 held: no trusted signal', () => {
  test('a session begins held, and says that it searches', () => {
    expect(holdsOf([tick(10)])).toEqual(['0 held searching']);
  });

  test('3 trusted measurements and a countdown of 3 s end it', () => {
    expect(holdsOf(beats(80, 10, 20))).toEqual([
      '0 held searching',
      '12 hold-countdown-began',
      '15 hold-ended',
    ]);
  });

  test('an exercise is held when the signal is lost, and goes on with what is left', () => {
    expect(holdsOf(begun, beats(80, 40, 50)).slice(3)).toEqual([
      '25.001 held lost',
      '42 hold-countdown-began',
      '45 hold-ended',
    ]);
    expect(exerciseEnds(begun, beats(80, 40, 110))).toEqual(['97.999 exercise-ended 0 done']);
  });

  test('a link that says it is down holds at once', () => {
    expect(holdsOf(begun, [linkLost(19.5)]).at(-1)).toBe('19.5 held lost');
  });

  test('a signal lost in the countdown must come back anew', () => {
    expect(holdsOf(begun, beats(80, 40, 44), [linkLost(43.5)], beats(80, 60, 70)).slice(4)).toEqual(
      ['42 hold-countdown-began', '43.5 held lost', '62 hold-countdown-began', '65 hold-ended'],
    );
  });

  test('three values from three returns are no return', () => {
    const scattered = [measured(40_000, 80), measured(60_000, 80), measured(80_000, 80)];
    expect(holdsOf(begun, scattered, [tick(90)]).at(-1)).toBe('25.001 held lost');
  });

  test('distrusted values do not end it', () => {
    const zeros = Array.from({ length: 20 }, (_, index) => measured((40 + index) * 1000, 0));
    expect(holdsOf(begun, zeros).at(-1)).toBe('25.001 held lost');
  });

  test('it holds recovery too', () => {
    const recovering = [...through([80, 25], [104, 40]), tick(300)];
    const { state } = tell(header, recovering);
    expect(state.phase.name).toBe('recovery');
    expect(state.clock.runningSinceMs).toBeUndefined();
  });
});

describe('§3 a signal that stays away', () => {
  test('ends the session after five minutes, saved, with the reason', () => {
    expect(holdsOf(begun, [tick(1000)]).at(-1)).toBe('325.001 session-ended signal-lost');
    expect(exerciseEnds(begun, [tick(1000)])).toEqual(['325.001 exercise-ended 0 stopped']);
  });

  test('that never came ends it too', () => {
    expect(holdsOf([tick(1000)])).toEqual(['0 held searching', '300 session-ended signal-lost']);
  });

  test('does not end a session that is paused; the five minutes count from its resumption', () => {
    const paused = [...begun, press(20, 'pause')];
    expect(holdsOf(paused, [tick(5000)]).at(-1)).toBe('25.001 held lost');
    expect(holdsOf(paused, [press(2000, 'pause'), tick(5000)]).at(-1)).toBe(
      '2300 session-ended signal-lost',
    );
  });

  test('keeps the reason of a cool-down it cuts short', () => {
    const done = [...through([80, 165]), tick(1000)];
    expect(holdsOf(done).at(-1)).toBe('470.001 session-ended completed');
  });

  test('leaves an open session half an hour', () => {
    const { facts } = tell(openHeader(), [...beats(80, 0, 10), tick(5000)]);
    expect(storyOf(facts, 'session-ended')).toEqual(['1815.001 session-ended signal-lost']);
  });

  test('an open session goes on with the first value that is back', () => {
    const { facts } = tell(openHeader(), [measured(0, 80), measured(60_000, 80)]);
    expect(storyOf(facts, 'held', 'hold-ended')).toEqual([
      '0 held searching',
      '0 hold-ended',
      '6.001 held lost',
      '60 hold-ended',
    ]);
  });
});

test('§3 a source that ends, ends the session in that turn', () => {
  const { facts } = tell(header, [...begun, { type: 'source-ended', atMs: 20_000 }]);
  expect(storyOf(facts, 'exercise-ended', 'session-ended')).toEqual([
    '20 exercise-ended 0 stopped',
    '20 session-ended source-ended',
  ]);
});
