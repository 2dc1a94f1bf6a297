import { describe, expect, test } from 'vitest';
import { evolve } from '../../src/session/evolve.ts';
import { beats, openHeader, press, tell } from './story.ts';

describe('A4 a warning latches', () => {
  const past = [...beats(104, 0, 5), ...beats(80, 5, 30)];

  test('it is kept with onset, peak and end until it is acknowledged', () => {
    expect(tell(openHeader(), past).state.episodes).toEqual([
      { level: 'caution', onsetMs: 0, peakBpm: 104, endMs: 15_000, acknowledged: false },
      { level: 'over', onsetMs: 0, peakBpm: 104, endMs: 15_000, acknowledged: false },
    ]);
  });

  test('acknowledging afterwards takes it from the screen', () => {
    const { episodes } = tell(openHeader(), [...past, press(40, 'acknowledge')]).state;
    expect(episodes.map((each) => each.acknowledged)).toEqual([true, true]);
  });

  test('the next one is unacknowledged again', () => {
    const { episodes } = tell(openHeader(), [
      ...past,
      press(29.5, 'acknowledge'),
      ...beats(92, 30, 31),
    ]).state;
    expect(episodes.map((each) => each.acknowledged)).toEqual([true, true, false]);
  });

  test('an end is its own episode’s: over ends and caution goes on, an earlier one keeps its peak', () => {
    const again = [...past, ...beats(104, 30, 35), ...beats(92, 35, 50)];
    expect(tell(openHeader(), again).state.episodes).toEqual([
      { level: 'caution', onsetMs: 0, peakBpm: 104, endMs: 15_000, acknowledged: false },
      { level: 'over', onsetMs: 0, peakBpm: 104, endMs: 15_000, acknowledged: false },
      expect.objectContaining({ level: 'caution', onsetMs: 30_000 }),
      { level: 'over', onsetMs: 30_000, peakBpm: 104, endMs: 45_000, acknowledged: false },
    ]);
    const { episodes } = tell(openHeader(), again).state;
    expect(episodes[2]).not.toHaveProperty('endMs');
  });

  test('what is acknowledged of one level leaves the other', () => {
    const { state } = tell(openHeader(), [...past, ...beats(92, 30, 32)]);
    const one = evolve(state, {
      type: 'warning-acknowledged',
      atMs: 33_000,
      level: 'over',
      silentUntilMs: 93_000,
    });
    expect(one.episodes.map((each) => each.acknowledged)).toEqual([false, true, false]);
  });
});
