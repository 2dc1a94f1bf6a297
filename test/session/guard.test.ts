import { describe, expect, test } from 'vitest';
import { zoneOf } from '../../src/session/zone.ts';
import { beats, linkLost, measured, openHeader, storyOf, tell } from './story.ts';

type Inputs = Parameters<typeof tell>[1];
const guardOf = (...inputs: Inputs[]) =>
  storyOf(tell(openHeader(), inputs.flat()).facts, 'warning-raised', 'warning-cleared');
const zoneAfter = (...inputs: Inputs[]) => zoneOf(tell(openHeader(), inputs.flat()).state);

describe('§2 the onset', () => {
  test('A1 the first value at caution raises it, in its turn', () => {
    expect(guardOf([measured(0, 89), measured(1000, 90)])).toEqual(['1 warning-raised caution']);
  });

  test('the limit itself is caution; the first value above it is over', () => {
    expect(guardOf([measured(0, 100), measured(1000, 101)])).toEqual([
      '0 warning-raised caution',
      '1 warning-raised over',
    ]);
  });

  test('from easy to over at once begins both', () => {
    expect(guardOf([measured(0, 71), measured(1000, 101)])).toEqual([
      '1 warning-raised caution',
      '1 warning-raised over',
    ]);
  });

  test("a person's own limits are the limits", () => {
    const own = {
      cautionBpm: 110,
      limitBpm: 120,
      cautionOrigin: 'key',
      limitOrigin: 'key',
    } as const;
    const { facts } = tell(openHeader({ limits: own }), [
      measured(0, 109),
      measured(1000, 110),
      measured(2000, 121),
    ]);
    expect(storyOf(facts, 'warning-raised')).toEqual([
      '1 warning-raised caution',
      '2 warning-raised over',
    ]);
  });
});

describe('§2 the end', () => {
  const flutter = Array.from({ length: 600 }, (_, index) =>
    measured(index * 1000, 89 + (index % 3)),
  );

  test('A2 600 measurements alternating 89, 90, 91 raise exactly one caution', () => {
    expect(guardOf(flutter)).toEqual(['1 warning-raised caution']);
  });

  test('A2 it ends only after 10 s at 85 or less', () => {
    expect(guardOf(flutter, beats(86, 600, 700))).toHaveLength(1);
    expect(guardOf(flutter, beats(85, 600, 610))).toHaveLength(1);
    expect(guardOf(flutter, beats(85, 600, 611)).at(-1)).toBe('610 warning-cleared caution');
  });

  test('A2 a gap in trust begins the 10 s anew', () => {
    const before = beats(85, 600, 606);
    expect(guardOf(flutter, before, beats(85, 609, 618)).at(-1)).toMatch(/raised/);
    expect(guardOf(flutter, before, beats(85, 609, 620)).at(-1)).toBe(
      '619 warning-cleared caution',
    );
    expect(guardOf(flutter, before, beats(85, 608, 620)).at(-1)).toBe(
      '610 warning-cleared caution',
    );
  });

  test('a lost link begins the 10 s anew', () => {
    const told = guardOf(flutter, beats(85, 600, 606), [linkLost(605.5)], beats(85, 606, 617));
    expect(told.at(-1)).toBe('616 warning-cleared caution');
  });

  test('one value above 85 begins the 10 s anew', () => {
    const told = guardOf(flutter, beats(85, 600, 609), beats(86, 609, 610), beats(85, 610, 621));
    expect(told.at(-1)).toBe('620 warning-cleared caution');
  });

  test('over is left after 10 s at 95 or less, and caution stays: that is no new onset', () => {
    expect(guardOf(beats(104, 0, 5), beats(96, 5, 30))).toHaveLength(2);
    const fell = [beats(104, 0, 5), beats(95, 5, 60)];
    expect(guardOf(...fell)).toEqual([
      '0 warning-raised caution',
      '0 warning-raised over',
      '15 warning-cleared over',
    ]);
    expect(zoneAfter(...fell)).toBe('caution');
  });

  test('a second rise over the limit within one caution is an over of its own', () => {
    expect(guardOf(beats(104, 0, 5), beats(95, 5, 20), beats(103, 20, 22)).at(-1)).toBe(
      '20 warning-raised over',
    );
  });

  test('A3 the end says onset, peak and the value that ended it', () => {
    const { facts } = tell(openHeader(), [
      ...beats(97, 0, 3),
      ...beats(99, 3, 4),
      ...beats(84, 4, 15),
    ]);
    expect(facts).toContainEqual({
      type: 'warning-cleared',
      atMs: 14_000,
      level: 'caution',
      onsetMs: 0,
      peakBpm: 99,
      bpm: 84,
    });
  });
});
