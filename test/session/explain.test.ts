import { describe, expect, test } from 'vitest';
import { explain } from '../../src/session/explain.ts';
import type { Input } from '../../src/session/input.ts';
import { beats, headerOf, openHeader, plainRoutine, press, tell, through, tick } from './story.ts';

const why = (atS: number, ...inputs: (readonly Input[])[]) =>
  explain(tell(openHeader(), [...inputs.flat(), tick(atS)]).state, atS * 1000);
const whyIn = (atS: number, ...inputs: (readonly Input[])[]) =>
  explain(tell(headerOf(plainRoutine()), [...inputs.flat(), tick(atS)]).state, atS * 1000);

describe('§2 one line says why the guard is or is not warning', () => {
  test('easy: how far below caution', () => {
    expect(why(9, beats(78, 0, 10))).toBe('78 bpm · 12 below caution');
  });

  test('caution: for how long, and when it clears', () => {
    expect(why(12, beats(97, 0, 13))).toBe(
      '97 bpm · caution for 12 s · clears at 85 or less for 10 s',
    );
  });

  test('caution with the pulse down: how much of the 10 s has passed', () => {
    expect(why(9, beats(97, 0, 3), beats(84, 3, 10))).toBe(
      '84 bpm · caution for 9 s · 85 or less for 6 of 10 s',
    );
  });

  test('caution in an exercise: when a rest begins', () => {
    expect(whyIn(32, through([80, 20], [97, 33]))).toBe(
      '97 bpm · caution for 12 s · a rest begins in 8 s',
    );
  });

  test('caution from before the exercise: the rest counts from its beginning', () => {
    expect(whyIn(25, through([80, 10], [97, 26]))).toBe(
      '97 bpm · caution for 15 s · a rest begins in 10 s',
    );
  });

  test('a paused exercise promises no rest', () => {
    const paused = [...through([80, 20], [97, 25]), press(25, 'pause'), ...beats(97, 26, 31)];
    expect(whyIn(30, paused)).toBe('97 bpm · caution for 10 s · clears at 85 or less for 10 s');
  });

  test('over: for how long, and when it clears', () => {
    expect(why(4, beats(104, 0, 5))).toBe(
      '104 bpm · over 100 for 4 s · clears at 95 or less for 10 s',
    );
  });

  test('late: how old the number is', () => {
    expect(why(14, beats(78, 0, 10))).toBe('78 bpm · 5 s old · 12 below caution');
  });

  test('A6 lost: no number, and a warning that stands is named', () => {
    expect(why(30, beats(78, 0, 10))).toBe('the pulse is unknown for 14 s');
    expect(why(30, beats(104, 0, 10))).toBe(
      'the pulse is unknown for 14 s · the warning of 104 bpm stands',
    );
  });

  test('A6 values that are not trusted: why, and for how long', () => {
    const zeros = beats(0, 10, 20);
    expect(why(19, beats(78, 0, 10), zeros)).toBe('the values are not plausible for 6 s');
  });

  test('a caution that getting up has brought says so; an older one says when it clears', () => {
    const header = headerOf(plainRoutine());
    const told = (...inputs: (readonly Input[])[]): string => {
      const { state } = tell(header, inputs.flat());
      expect(state.phase.name).toBe('get-ready');
      return explain(state, state.atMs);
    };
    expect(told(beats(80, 0, 80), beats(86, 80, 96), beats(91, 96, 99))).toBe(
      '91 bpm · caution for 2 s · getting up lifts it for a moment',
    );
    expect(told(beats(80, 0, 70), beats(91, 70, 80), beats(86, 80, 98))).toBe(
      '86 bpm · caution for 27 s · clears at 85 or less for 10 s',
    );
  });

  test('searching: for how long', () => {
    expect(why(7)).toBe('no pulse yet · looking for 7 s');
  });

  test('ended', () => {
    expect(why(9, beats(78, 0, 5), [press(5, 'stop')])).toBe('the session has ended');
  });
});
