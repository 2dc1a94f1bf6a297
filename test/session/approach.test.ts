import { describe, expect, test } from 'vitest';
import { explain } from '../../src/session/explain.ts';
import type { Input } from '../../src/session/input.ts';
import { ofType } from './pace.ts';
import {
  beats,
  headerOf,
  measured,
  openHeader,
  plainRoutine,
  storyOf,
  tell,
  tick,
} from './story.ts';

/** A pulse that rises by `perS` bpm a second from `bpm`, from `fromS` up to but without `toS`. */
const rising = (bpm: number, perS: number, fromS: number, toS: number): Input[] =>
  Array.from({ length: toS - fromS }, (_, index) =>
    measured((fromS + index) * 1000, Math.round(bpm + perS * index)),
  );
const approachOf = (...inputs: (readonly Input[])[]) =>
  storyOf(tell(openHeader(), inputs.flat()).facts, 'approach-noticed', 'approach-cleared');

describe('§2 the approach notice', () => {
  test('comes when the line through the last 15 s reaches caution within 20 s', () => {
    const { facts } = tell(openHeader(), [...beats(70, 0, 20), ...rising(70, 0.5, 20, 60)]);
    const [noticed] = ofType(facts, 'approach-noticed');
    const [raised] = ofType(facts, 'warning-raised');
    expect(noticed?.inS).toBeLessThanOrEqual(20);
    expect((raised?.atMs ?? 0) - (noticed?.atMs ?? 0)).toBeGreaterThanOrEqual(18_000);
    expect((raised?.atMs ?? 0) - (noticed?.atMs ?? 0)).toBeLessThanOrEqual(22_000);
  });

  test('is a notice, no warning: nothing sounds', () => {
    const { facts } = tell(openHeader(), [...beats(70, 0, 20), ...rising(70, 0.5, 20, 45)]);
    expect(storyOf(facts, 'warning-raised', 'warning-repeated')).toEqual([]);
    expect(storyOf(facts, 'approach-noticed')).toHaveLength(1);
  });

  test('does not come for a rise too slow to get there', () => {
    expect(approachOf(beats(70, 0, 20), rising(70, 0.2, 20, 60))).toEqual([]);
  });

  test('does not come for a steady pulse just below', () => {
    expect(approachOf(beats(89, 0, 60))).toEqual([]);
  });

  test('does not come for a pulse that falls', () => {
    expect(approachOf(beats(89, 0, 20), rising(89, -0.3, 20, 60))).toEqual([]);
  });

  test('stays while the rise slows but still leads there within 40 s', () => {
    const up = [...beats(70, 0, 20), ...rising(70, 0.5, 20, 44)];
    expect(approachOf(up, rising(82, 0.22, 44, 66))).toHaveLength(1);
    expect(approachOf(up, rising(82, 0.1, 44, 66))).toHaveLength(2);
  });

  test('does not come before 15 s of values are known, nor from values before a gap', () => {
    expect(approachOf(rising(70, 1, 0, 15))).toEqual([]);
    expect(approachOf(rising(70, 1, 0, 16))).toEqual(['15 approach-noticed']);
    expect(approachOf(rising(60, 1, 0, 14), rising(77, 1, 18, 29))).toEqual([]);
  });

  test('goes when the pulse no longer rises', () => {
    const told = approachOf(beats(70, 0, 20), rising(70, 0.6, 20, 42), beats(83, 42, 80));
    expect(told).toHaveLength(2);
    expect(told.at(-1)).toMatch(/approach-cleared/);
  });

  test('goes with any loss of trust, and in silence when caution comes', () => {
    const up = [...beats(70, 0, 20), ...rising(70, 0.6, 20, 42)];
    expect(tell(openHeader(), up).state.guard.approach).toBeDefined();
    expect(tell(openHeader(), [...up, tick(46)]).state.guard.approach).toBeUndefined();
    const reached = tell(openHeader(), [...up, ...beats(91, 42, 43)]);
    expect(reached.state.guard.approach).toBeUndefined();
    expect(storyOf(reached.facts, 'approach-cleared')).toEqual([]);
  });

  test('is said in the line that explains the guard', () => {
    const { state } = tell(openHeader(), [...beats(70, 0, 20), ...rising(70, 0.5, 20, 45)]);
    expect(explain(state, 44_000)).toMatch(/^82 bpm · rising: caution in about 1\d s$/);
  });

  test('§3 eases the exercise that is on, and does not carry into the next', () => {
    const cadenced = plainRoutine(2, { type: 'time', seconds: 60, cadencePerMin: 30 });
    const { facts } = tell(headerOf(cadenced), [
      ...beats(70, 0, 20),
      ...rising(70, 0.5, 20, 45),
      ...beats(80, 45, 200),
    ]);
    const [eased] = ofType(facts, 'exercise-eased');
    expect(eased?.atMs).toBe(ofType(facts, 'approach-noticed')[0]?.atMs);
    expect(eased?.plan).toMatchObject([{ cadencePerMin: 18 }]);
    expect(ofType(facts, 'exercise-began').at(-1)?.plan).toMatchObject([{ cadencePerMin: 30 }]);
    expect(storyOf(facts, 'exercise-ended')[0]).toMatch(/0 done$/);
  });

  test('§3 nor while the next exercise is made ready: it comes when that begins', () => {
    const inputs = [...beats(76, 0, 92), ...rising(76, 0.6, 92, 112)];
    const { facts } = tell(headerOf(plainRoutine()), inputs);
    expect(storyOf(facts, 'exercise-began').at(-1)).toBe('103 exercise-began 1');
    expect(storyOf(facts, 'approach-noticed')).toEqual(['103 approach-noticed']);
  });

  test('§3 is not given for the rise of getting up; caution then is shown, and no rest counts from it', () => {
    const inputs = [...rising(70, 2, 0, 12), ...beats(93, 12, 20)];
    const { facts, state } = tell(headerOf(plainRoutine()), inputs.slice(0, 15));
    expect(storyOf(facts, 'approach-noticed')).toEqual([]);
    expect(state.phase.name).toBe('get-ready');
    expect(explain(state, 14_000)).toBe(
      '93 bpm · caution for 4 s · getting up lifts it for a moment',
    );
  });
});
