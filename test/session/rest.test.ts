import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/session/facts.ts';
import type { Input } from '../../src/session/input.ts';
import {
  beats,
  headerOf,
  plainRoutine,
  press,
  type Span,
  storyOf,
  tell,
  through,
  tick,
} from './story.ts';

const restFacts: Fact['type'][] = [
  'rest-began',
  'rest-offered',
  'rest-prolonged',
  'get-ready-began',
  'cool-down-began',
  'session-ended',
];
const restsOf = (inputs: readonly Input[], change: { restBelowBpm?: number } = {}) =>
  storyOf(tell(headerOf({ ...plainRoutine(), ...change }), inputs).facts, ...restFacts).slice(1);

/** The exercise runs from 15 s to 75 s; a rest of 20 s follows. */
const exercised: Span = [80, 75];

describe('§3 a rest lasts', () => {
  test('its planned time where the pulse is down', () => {
    expect(restsOf(through(exercised, [80, 100]))).toEqual([
      '75 rest-began planned',
      '95 get-ready-began 1',
    ]);
  });

  test('until the mean of 10 s is at 87 or less where it is not', () => {
    expect(restsOf(through(exercised, [88, 200]))).toHaveLength(1);
    expect(restsOf(through(exercised, [88, 120], [87, 140])).at(-1)).toBe('129 get-ready-began 1');
  });

  test("until it is at the routine's own number", () => {
    const own = { restBelowBpm: 75 };
    expect(restsOf(through(exercised, [76, 200]), own)).toHaveLength(1);
    expect(restsOf(through(exercised, [76, 120], [75, 140]), own).at(-1)).toBe(
      '129 get-ready-began 1',
    );
  });

  test('never above the resume threshold, whatever the routine says: it may only lower', () => {
    const own = { restBelowBpm: 120 };
    expect(restsOf(through(exercised, [99, 200]), own)).toHaveLength(1);
  });

  test('on while the signal is gone, for a pulse that is not known is not down', () => {
    expect(restsOf([...through(exercised, [80, 90]), tick(300)])).toHaveLength(1);
  });

  test('on after a gap until 10 s of values are known again', () => {
    const gap = [...through(exercised, [80, 90]), ...beats(80, 94, 120)];
    expect(restsOf(gap).at(-1)).toBe('104 get-ready-began 1');
  });

  test('shorter by key alone', () => {
    expect(restsOf([...through(exercised, [80, 80]), press(80, 'next')]).at(-1)).toBe(
      '80 get-ready-began 1',
    );
  });
});

describe('§3 a pulse that does not come down', () => {
  const up = through(exercised, [89, 1000]);
  const pressing = (key: Parameters<typeof press>[1], atS: number) =>
    [...up, press(atS, key)].sort((a, b) => a.atMs - b.atMs);

  test('is offered a choice 180 s after the planned time, twice; unanswered, it is the cool-down', () => {
    expect(restsOf(up)).toEqual([
      '75 rest-began planned',
      '275 rest-offered',
      '455 rest-offered',
      '635 cool-down-began rest-unanswered',
      '765 session-ended rest-unanswered',
    ]);
  });

  test('who goes on resting has two offers before them again', () => {
    expect(restsOf(pressing('rest-on', 300)).slice(2)).toEqual([
      '300 rest-prolonged',
      '480 rest-offered',
      '660 rest-offered',
      '840 cool-down-began rest-unanswered',
      '970 session-ended rest-unanswered',
    ]);
  });

  test('who cools down does so at once', () => {
    expect(restsOf(pressing('cool-down', 300)).at(2)).toBe('300 cool-down-began ended-by-user');
  });

  test('who skips goes on', () => {
    expect(restsOf(pressing('next', 300)).at(2)).toBe('300 get-ready-began 1');
  });

  test.each(['rest-on', 'cool-down'] as const)('before an offer %s means nothing', (key) => {
    expect(restsOf(pressing(key, 200))).toEqual(restsOf(up));
  });
});
