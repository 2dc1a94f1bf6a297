import { describe, expect, test } from 'vitest';
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
});
