import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/session/input.ts';
import { beats, headerOf, plainRoutine, press, storyOf, tell } from './story.ts';

const header = headerOf(plainRoutine());
const inOrder = (inputs: Input[]) => inputs.sort((a, b) => a.atMs - b.atMs);
/** The story from `fromS` on, of a pulse of 80 and these keys. The first exercise runs from 15 s to 75 s. */
const storyFrom = (fromS: number, untilS: number, ...keys: Input[]) =>
  storyOf(tell(header, inOrder([...beats(80, 0, untilS), ...keys])).facts).filter(
    (each) => Number.parseFloat(each) >= fromS,
  );

describe('§3 end', () => {
  test('asks once', () => {
    expect(storyFrom(20, 31, press(20, 'end'))).toEqual(['20 key-pressed end', '20 end-asked']);
  });

  test('pressed again within 10 s stops the exercise and cools down', () => {
    expect(storyFrom(30, 40, press(20, 'end'), press(30, 'end'))).toEqual([
      '30 key-pressed end',
      '30 end-confirmed',
      '30 exercise-ended 0 stopped',
      '30 cool-down-began ended-by-user',
    ]);
  });

  test('pressed again later asks again', () => {
    expect(storyFrom(30.001, 40, press(20, 'end'), press(30.001, 'end'))).toEqual([
      '30.001 key-pressed end',
      '30.001 end-asked',
    ]);
  });

  test('can be withdrawn', () => {
    expect(storyFrom(22, 30, press(20, 'end'), press(22, 'carry-on'), press(24, 'end'))).toEqual([
      '22 key-pressed carry-on',
      '22 end-withdrawn',
      '24 key-pressed end',
      '24 end-asked',
    ]);
  });

  test('works in a pause', () => {
    const story = storyFrom(24, 30, press(20, 'pause'), press(22, 'end'), press(24, 'end'));
    expect(story.slice(-3)).toEqual([
      '24 resumed',
      '24 exercise-ended 0 stopped',
      '24 cool-down-began ended-by-user',
    ]);
  });

  test('before anything was exercised there is no cool-down to do', () => {
    expect(storyFrom(6, 20, press(5, 'end'), press(6, 'end')).at(-1)).toBe(
      '6 session-ended ended-by-user',
    );
  });
});
