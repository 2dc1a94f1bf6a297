import { expect, test } from 'vitest';
import type { Fact } from '../../src/session/facts.ts';
import { ready } from '../../src/session/state.ts';
import { createTrail } from '../../src/ui/trail.ts';
import { header } from './story.ts';

const turn = (...facts: Fact[]) => ({
  atMs: facts[0]?.atMs ?? 0,
  input: { type: 'tick', atMs: 0 } as const,
  facts,
  state: ready(header),
});
const measured = (atMs: number, bpm: number, distrust?: 'implausible'): Fact => ({
  type: 'measured',
  atMs,
  bpm,
  rrIntervalsMs: [],
  ...(distrust && { distrust }),
});

test('points come back oldest first, from the time asked for', () => {
  const trail = createTrail();
  for (let second = 0; second < 10; second += 1)
    trail.follow(turn(measured(second * 1000, second)));
  expect(trail.pointsSince(7000).map(({ bpm }) => bpm)).toEqual([7, 8, 9]);
});

test('a flood keeps the highest trusted value of each half second, so that no crossing is lost', () => {
  const trail = createTrail();
  for (let ms = 0; ms < 1000; ms += 1) {
    trail.follow(turn(measured(ms, ms === 321 ? 104 : 80)));
    trail.follow(turn(measured(ms, 240, 'implausible')));
  }
  expect(trail.pointsSince(0).map(({ bpm, trusted }) => [bpm, trusted])).toEqual([
    [104, true],
    [80, true],
  ]);
});

test('a day leaves no more than the last half hour', () => {
  const trail = createTrail();
  for (let second = 0; second < 86_400; second += 1) {
    trail.follow(turn(measured(second * 1000, second % 200)));
    if (second % 10 === 0) {
      trail.follow(turn({ type: 'exercise-began', atMs: second * 1000, stepIndex: 0, plan: [] }));
    }
  }
  const points = trail.pointsSince(0);
  expect(points).toHaveLength(3600);
  expect(points.at(-1)?.atMs).toBe(86_399_000);
  expect(points.map(({ atMs }) => atMs)).toEqual(
    points.map(({ atMs }) => atMs).toSorted((one, other) => one - other),
  );
  expect(trail.marksSince(0).length).toBeLessThanOrEqual(64);
});
