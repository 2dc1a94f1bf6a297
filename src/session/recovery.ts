import { earliest } from './earliest.ts';
import type { Fact } from './facts.ts';
import { isAllButDone } from './progress.ts';
import { meanBpm } from './pulse-mean.ts';
import type { Phase, SessionState } from './state.ts';
import { coolDown, getReady } from './steps.ts';
import { reachesAtMs } from './stopwatch.ts';

type Recovery = Extract<Phase, { name: 'recovery' }>;

/** Seated breathing after `over`: whether it was an over-stop, when exercise goes on, when it is enough for today (§3). */
export function recoveryDue(state: SessionState, phase: Recovery): Fact | undefined {
  const { rules } = state.header;
  if (state.overStoppedSteps.length >= rules.overStoppedExercisesToEnd) {
    return coolDown(state, 'enough-for-today', state.atMs);
  }
  const tooLongMs = reachesAtMs(state.clock, rules.recoveryLimitS * 1000);
  return earliest([
    countDue(state, phase),
    recovered(state, phase),
    tooLongMs === undefined ? undefined : coolDown(state, 'still-raised', tooLongMs),
  ]);
}

function countDue(state: SessionState, { stepIndex }: Recovery): Fact | undefined {
  const { work, pulse, guard, header, limits } = state;
  if (work?.overStop !== 'pending' || pulse === undefined) return undefined;
  const mean = meanBpm(state) ?? 0;
  const aboveMs = pulse.atMs - (guard.aboveLimitSinceMs ?? pulse.atMs);
  const counts = mean > limits.limitBpm || aboveMs >= header.rules.overStopAfterS * 1000;
  return counts ? { type: 'over-stop-counted', atMs: pulse.atMs, stepIndex } : undefined;
}

function recovered(state: SessionState, { stepIndex, belowBpm }: Recovery): Fact | undefined {
  const mean = meanBpm(state);
  if (state.guard.over !== undefined || state.clock.runningSinceMs === undefined) return undefined;
  if (mean === undefined || mean > belowBpm) return undefined;
  const { atMs, work } = state;
  const isDropped = isTooMuch(state);
  if (!isDropped && !isAllButDone(work?.plan ?? [])) return getReady(state, stepIndex, atMs);
  const outcome = isDropped ? 'dropped' : 'done';
  return { type: 'exercise-ended', atMs, stepIndex, outcome, remaining: [] };
}

/** An exercise is given up at its second over-stop; or where it stops shortly again and again, lest that never end. */
function isTooMuch({ work, header }: SessionState): boolean {
  if (work === undefined) return false;
  const { overStopsToDrop, briefStopsToDrop } = header.rules;
  const briefStops = work.briefStops + Number(work.overStop !== 'counted');
  return work.overStops >= overStopsToDrop || briefStops >= briefStopsToDrop;
}
