import { describe, expect, test } from 'vitest';
import { zoneOf } from '../../src/session/zone.ts';
import { beats, linkLost, measured, openHeader, storyOf, tell, tick } from './story.ts';

type Inputs = Parameters<typeof tell>[1];
const guardOf = (...inputs: Inputs[]) =>
  storyOf(tell(openHeader(), inputs.flat()).facts, 'warning-raised', 'warning-cleared');
const zoneAfter = (...inputs: Inputs[]) => zoneOf(tell(openHeader(), inputs.flat()).state);

describe('A6 technical is not physiological', () => {
  test.each([
    ['silence', []],
    ['zeros', Array.from({ length: 60 }, (_, index) => measured((index + 5) * 1000, 0))],
    [
      'no contact',
      Array.from({ length: 60 }, (_, index) => measured((index + 5) * 1000, 70, false)),
    ],
    ['a lost link', [linkLost(5)]],
  ])('%s never clears a warning', (_name, nothing) => {
    const told = tell(openHeader(), [...beats(104, 0, 5), ...nothing, tick(65)]);
    expect(storyOf(told.facts, 'warning-cleared')).toEqual([]);
    expect(zoneOf(told.state)).toBe('over');
  });

  test.each([
    ['255 bpm', measured(1000, 255)],
    ['120 bpm without contact', measured(1000, 120, false)],
  ])('%s never starts one', (_name, input) => {
    expect(guardOf([measured(0, 70), input, tick(10)])).toEqual([]);
  });

  test('without a pulse there is no zone', () => {
    expect(zoneAfter([tick(10)])).toBeUndefined();
    expect(zoneAfter(beats(70, 0, 2), [tick(10)])).toBeUndefined();
    expect(zoneAfter(beats(70, 0, 2))).toBe('easy');
  });
});
