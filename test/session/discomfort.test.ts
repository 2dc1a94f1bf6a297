import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/session/input.ts';
import { beats, headerOf, plainRoutine, press, storyOf, tell, through } from './story.ts';

const header = headerOf(plainRoutine());
const inOrder = (inputs: Input[]) => inputs.sort((a, b) => a.atMs - b.atMs);
/** The story from `fromS` on, of a pulse of 80 and these keys. The first exercise runs from 15 s to 75 s. */
const storyFrom = (fromS: number, untilS: number, ...keys: Input[]) =>
  storyOf(tell(header, inOrder([...beats(80, 0, untilS), ...keys])).facts).filter(
    (each) => Number.parseFloat(each) >= fromS,
  );

describe('§3 discomfort', () => {
  test('stops everything in that turn, and the cool-down begins', () => {
    expect(storyFrom(20, 21, press(20, 'discomfort'))).toEqual([
      '20 key-pressed discomfort',
      '20 discomfort-reported',
      '20 exercise-ended 0 stopped',
      '20 cool-down-began discomfort',
    ]);
  });

  test.each([
    ['in a pause', [press(18, 'pause')]],
    ['after the end was asked', [press(18, 'end')]],
  ])('works %s', (_name, before) => {
    expect(storyFrom(20, 21, ...before, press(20, 'discomfort')).at(-1)).toBe(
      '20 cool-down-began discomfort',
    );
  });

  test('lifts a pause, so that the cool-down runs', () => {
    const { state } = tell(header, [
      ...through([80, 20]),
      press(20, 'pause'),
      press(20, 'discomfort'),
    ]);
    expect(state.paused).toBeUndefined();
    expect(state.clock.runningSinceMs).toBe(20_000);
  });

  test('works without a signal', () => {
    const { facts } = tell(header, [...through([80, 20]), press(100, 'discomfort')]);
    expect(storyOf(facts).at(-1)).toBe('100 cool-down-began discomfort');
  });

  test.each(['chest', 'dizzy', 'breathless', 'pain', 'other'] as const)(
    'its reason is one key: %s',
    (key) => {
      const { state } = tell(header, [
        ...through([80, 20]),
        press(20, 'discomfort'),
        press(25, key),
        press(26, 'pain'),
      ]);
      expect(state.discomfort).toEqual({ atMs: 20_000, reason: key });
    },
  );

  test('without it a reason means nothing', () => {
    expect(storyFrom(20, 21, press(20, 'chest'))).toEqual(['20 key-pressed chest']);
  });

  test('in the cool-down it becomes the reason of the end, and a whole cool-down begins', () => {
    expect(storyFrom(170, 400, press(170, 'discomfort')).at(-1)).toBe(
      '300 session-ended discomfort',
    );
  });
});
