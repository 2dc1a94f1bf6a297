import { describe, expect, test } from 'vitest';
import type { Input } from '../../src/session/input.ts';
import {
  beats,
  headerOf,
  plainRoutine,
  press,
  slept,
  storyOf,
  tell,
  through,
  tick,
} from './story.ts';

const header = headerOf(plainRoutine());
/** The exercise runs from 15 s. */
const storyFrom30 = (...inputs: (readonly Input[])[]) =>
  storyOf(tell(header, [...through([80, 30]), ...inputs.flat()]).facts).filter(
    (each) => Number.parseFloat(each) >= 29,
  );

describe('§3 a machine that slept', () => {
  test('is a pause from the last moment awake, and the signal is lost from there', () => {
    expect(storyFrom30([slept(29.5, 500)])).toEqual([
      '29.5 slept',
      '29.5 trust-changed lost',
      '29.5 held lost',
    ]);
  });

  test('an exercise does not count the gap, nor go on before a key', () => {
    const woken = [slept(29.5, 500), ...beats(80, 500, 520)];
    expect(storyFrom30(woken)).not.toContainEqual(expect.stringContaining('exercise-ended'));
    const on = [...woken, press(520, 'pause'), ...beats(80, 520, 600)];
    expect(storyFrom30(on)).toContain('565.5 exercise-ended 0 done');
  });

  test('does not end the session by its length', () => {
    expect(storyFrom30([slept(29.5, 40_000), tick(40_001)]).at(-1)).toBe('29.5 held lost');
  });

  test('what fell due before it is dated before it', () => {
    const { facts } = tell(header, [...through([80, 74.2]), slept(75.5, 500)]);
    expect(storyOf(facts).slice(-5)).toEqual([
      '75 exercise-ended 0 done',
      '75 rest-began planned',
      '75.5 slept',
      '75.5 trust-changed lost',
      '75.5 held lost',
    ]);
  });

  test('a pause that was on stays from its beginning', () => {
    const { state } = tell(header, [...through([80, 20]), press(20, 'pause'), slept(30, 500)]);
    expect(state.paused).toEqual({ sinceMs: 20_000 });
  });

  test('is never dated before what has already happened', () => {
    const { facts } = tell(header, [...through([80, 20]), press(20, 'pause'), slept(19, 500)]);
    expect(storyOf(facts, 'paused', 'slept')).toEqual(['20 paused', '20 slept']);
  });

  test('sounds no warning while nobody was awake, and the one that is on when it wakes', () => {
    const over = [...through([80, 20], [105, 30]), slept(29.5, 500), tick(511)];
    expect(storyOf(tell(header, over).facts, 'warning-repeated')).toEqual([
      '500 warning-repeated over',
      '510 warning-repeated over',
    ]);
  });

  test('says how far the wall clock ran ahead', () => {
    const { facts } = tell(header, [
      ...through([80, 20]),
      { type: 'slept', atMs: 20_500, fromMs: 20_250, wallAheadMs: 600_000 },
    ]);
    expect(facts).toContainEqual({
      type: 'slept',
      atMs: 20_250,
      untilMs: 20_500,
      wallAheadMs: 600_000,
    });
  });
});
