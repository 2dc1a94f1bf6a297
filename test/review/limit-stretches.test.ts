import { expect, test } from 'vitest';
import { limitStretches, limitsAt } from '../../src/review/limit-stretches.ts';
import type { Fact } from '../../src/session/facts.ts';
import { sourceLimits } from '../../src/session/limits.ts';

const raised = { ...sourceLimits, cautionBpm: 95, limitBpm: 105 };
const change = (atMs: number): Fact => ({ type: 'limits-changed', atMs, limits: raised });

test('each stretch has the limits of its time, without a hole and in the session', () => {
  const stretches = limitStretches(sourceLimits, [change(4000), change(90_000)], 10_000);
  expect(stretches).toEqual([
    { startMs: 0, endMs: 4000, limits: sourceLimits },
    { startMs: 4000, endMs: 10_000, limits: raised },
  ]);
  expect(limitsAt(stretches, 3999)).toBe(sourceLimits);
  expect(limitsAt(stretches, 4000)).toBe(raised);
});
