import { describe, expect, test } from 'vitest';
import { reachesAtMs } from '../../src/session/stopwatch.ts';
import { headerOf, plainRoutine, press, storyOf, tell, through, tick } from './story.ts';

const header = headerOf(plainRoutine(1));
const endOf = (...inputs: Parameters<typeof tell>[1][]) =>
  storyOf(tell(header, inputs.flat()).facts, 'cool-down-began', 'session-ended');

/** One exercise from 15 s to 75 s. */
const exercised = through([80, 75]);
const moved = (untilS: number) => through([80, untilS]);

describe('§3 the cool-down', () => {
  test('follows the last exercise and is long enough to measure the fall over 120 s', () => {
    expect(endOf(moved(300))).toEqual([
      '75 cool-down-began completed',
      '205 session-ended completed',
    ]);
    expect(header.rules.coolDownS).toBeGreaterThan(120);
  });

  test('follows any stop after something was exercised', () => {
    expect(endOf(moved(20), [press(20, 'end'), press(21, 'end'), tick(22)])).toEqual([
      '21 cool-down-began ended-by-user',
    ]);
  });

  test('is left out where nothing was exercised', () => {
    const ends = [press(10, 'end'), press(10, 'end')];
    expect(endOf(moved(10), ends)).toEqual(['10 session-ended ended-by-user']);
  });

  test('is never left out where somebody feels unwell', () => {
    expect(endOf(moved(10), [press(10, 'discomfort')])).toEqual(['10 cool-down-began discomfort']);
  });

  test('stands while it is paused', () => {
    const told = tell(header, [...moved(80), press(80, 'pause'), tick(82)]);
    expect(reachesAtMs(told.state.clock, 130_000)).toBeUndefined();
  });

  test('is ended by one key', () => {
    expect(endOf(moved(100), [press(100, 'end')]).at(-1)).toBe('100 session-ended completed');
  });

  test('stays guarded', () => {
    const told = tell(header, through([80, 75], [101, 100]));
    expect(storyOf(told.facts, 'warning-raised', 'warning-repeated').slice(1)).toEqual([
      '75 warning-raised over',
      '85 warning-repeated over',
      '95 warning-repeated over',
    ]);
  });
});

test('§3 the end comes once and nothing after it', () => {
  const told = tell(header, [...exercised, ...moved(300).slice(75), tick(9000)]);
  expect(told.facts.at(-1)).toMatchObject({ type: 'session-ended', atMs: 205_000 });
});
