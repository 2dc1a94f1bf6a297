import { expect, test } from 'vitest';
import { restingTest } from '../../src/session/resting-test.ts';
import { rulesSchema } from '../../src/session/rules.ts';
import { ofType } from './pace.ts';
import { beats, headerOf, press, storyOf, tell, through } from './story.ts';

const header = headerOf(restingTest, {
  kind: 'rest',
  rules: rulesSchema.parse({ baselineS: 120 }),
});

test('§3 a resting test is its baseline, as long as it was asked for, and then its end', () => {
  const { facts, state } = tell(header, beats(64, 0, 130));
  expect(storyOf(facts, 'baseline-began', 'baseline-ended', 'session-ended')).toEqual([
    '0 baseline-began',
    '125 baseline-ended',
    '125 session-ended completed',
  ]);
  expect(state.restingBpm).toBe(64);
});

test('§3 its resting pulse is the median of the last 30 s', () => {
  const { state } = tell(header, through([90, 90], [71, 110], [73, 140]));
  expect(state.restingBpm).toBe(73);
});

test('§3 only over sounds in it', () => {
  const { facts } = tell(header, through([64, 20], [95, 40], [105, 60]));
  expect(ofType(facts, 'warning-raised').map(({ level, silent }) => [level, silent])).toEqual([
    ['caution', true],
    ['over', undefined],
  ]);
});

test('next ends it with what there is, and end ends it with nothing', () => {
  const enough = tell(header, [...beats(64, 0, 60), press(60, 'next')]);
  expect(enough.state).toMatchObject({ restingBpm: 64, phase: { name: 'ended' } });
  const ended = tell(header, [...beats(64, 0, 60), press(60, 'end'), press(61, 'end')]);
  expect(ended.state.phase).toEqual({ name: 'ended', reason: 'ended-by-user' });
  expect(ended.state.restingBpm).toBeUndefined();
});
