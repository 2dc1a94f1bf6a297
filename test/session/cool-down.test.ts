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
    expect(endOf(moved(10), [press(10, 'end'), press(11, 'end')])).toEqual([
      '11 session-ended ended-by-user',
    ]);
  });

  test('is never left out on discomfort, for the reason is asked and help is named', () => {
    const told = tell(header, [...moved(10), press(10, 'discomfort'), press(12, 'chest')]);
    expect(told.state.phase).toMatchObject({ name: 'cool-down', reason: 'discomfort' });
    expect(told.state.discomfort).toEqual({ atMs: 10_000, reason: 'chest' });
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

describe('§3 a cool-down whose pulse stays above the limit is not called done', () => {
  const cooling = (...inputs: Parameters<typeof tell>[1][]) =>
    storyOf(
      tell(header, inputs.flat()).facts,
      'cool-down-began',
      'cool-down-prolonged',
      'session-ended',
    ).slice(1);

  test('it is watched on until the pulse has come down, and then the session is completed', () => {
    expect(cooling(through([80, 75], [104, 300], [80, 400]))).toEqual([
      '205 cool-down-prolonged',
      '310 session-ended completed',
    ]);
  });

  test('a caution alone makes it no longer', () => {
    expect(cooling(through([80, 75], [95, 300]))).toEqual(['205 session-ended completed']);
  });

  test('it is ended by a key, and then it was not completed', () => {
    expect(cooling(through([80, 75], [104, 240]), [press(240, 'end')])).toEqual([
      '205 cool-down-prolonged',
      '240 session-ended still-raised',
    ]);
  });

  test('what was ended for another reason keeps it', () => {
    const told = cooling(
      through([80, 20]),
      [press(20, 'discomfort')],
      through([104, 240]).slice(20),
      [press(240, 'end')],
    );
    expect(told).toEqual(['150 cool-down-prolonged', '240 session-ended discomfort']);
  });

  test('half an hour later it ends by itself', () => {
    expect(cooling(through([80, 75], [104, 2100]))).toEqual([
      '205 cool-down-prolonged',
      '2005 session-ended still-raised',
    ]);
  });

  test('a signal that is lost while it is above is no fall: held, then ended as still raised', () => {
    expect(cooling(through([80, 75], [104, 220]), [tick(900)])).toEqual([
      '205 cool-down-prolonged',
      expect.stringMatching(/session-ended still-raised$/),
    ]);
  });

  test('over goes on sounding all the while', () => {
    const told = tell(header, through([80, 75], [104, 300]));
    const repeats = told.facts.filter(
      (fact) => fact.type === 'warning-repeated' && fact.atMs > 205_000,
    );
    expect(repeats).toHaveLength(9);
  });
});

test('§3 the end comes once and nothing after it', () => {
  const told = tell(header, [...exercised, ...moved(300).slice(75), tick(9000)]);
  expect(told.facts.at(-1)).toMatchObject({ type: 'session-ended', atMs: 205_000 });
});
