import { endAtOnce, stopExercise } from './ending.ts';
import type { Fact } from './facts.ts';
import { sourceLimits } from './limits.ts';
import { hasComeDown } from './pulse-mean.ts';
import type { SessionState } from './state.ts';
import { coolDown } from './steps.ts';
import { resumeBelowBpm } from './thresholds.ts';

/**
 * The minutes that were asked for are over. Who is at rest is done at once; all others cool down first, as after any stop
 * (§3). A session that is on its way to its end already is not cut short.
 */
export function timeUp(state: SessionState, atMs: number): Fact[] {
  if (state.windUp !== undefined) return [];
  if (isAtRest(state)) return endAtOnce(state, 'completed', atMs);
  const stopped = stopExercise(state, 'stopped', atMs);
  const cooling = coolDown(state, 'completed', atMs);
  const resumed: Fact[] = state.paused === undefined ? [] : [{ type: 'resumed', atMs }];
  return [...(stopped === undefined ? [] : [stopped]), ...resumed, cooling];
}

/** Known to be at rest: nobody is moving, no warning stands, and the mean of 10 s is down, by the usual limits at the most. */
function isAtRest(state: SessionState): boolean {
  const { guard, trust, limits } = state;
  if (trust !== 'live' || guard.caution !== undefined || guard.over !== undefined) return false;
  const cautionBpm = Math.min(limits.cautionBpm, sourceLimits.cautionBpm);
  const limitBpm = Math.min(limits.limitBpm, sourceLimits.limitBpm);
  const belowBpm = resumeBelowBpm({ ...state, limits: { ...limits, cautionBpm, limitBpm } });
  return !isMoving(state) && hasComeDown(state, belowBpm);
}

/** In an exercise, and in an open session for something that moves. */
function isMoving({ phase, header }: SessionState): boolean {
  const { sport, routine } = header;
  if (phase.name !== 'open') return phase.name === 'exercise';
  return sport !== undefined || (routine.effort !== undefined && routine.effort !== 'still');
}
