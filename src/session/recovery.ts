import { earliest } from './earliest.ts';
import type { Fact } from './facts.ts';
import { isGivenUp } from './over-stops.ts';
import { isAllButDone } from './progress.ts';
import { hasComeDown } from './pulse-mean.ts';
import type { Phase, SessionState } from './state.ts';
import { coolDown, getReady } from './steps.ts';
import { reachesAtMs } from './stopwatch.ts';

type Recovery = Extract<Phase, { name: 'recovery' }>;

/** Seated breathing after `over`: when exercise goes on, and when the pulse has stayed up for too long (§3). */
export function recoveryDue(state: SessionState, phase: Recovery): Fact | undefined {
  const tooLongMs = reachesAtMs(state.clock, state.header.rules.recoveryLimitS * 1000);
  return earliest([
    recovered(state, phase),
    tooLongMs === undefined ? undefined : coolDown(state, 'still-raised', tooLongMs),
  ]);
}

function recovered(state: SessionState, { stepIndex, belowBpm }: Recovery): Fact | undefined {
  if (state.guard.over !== undefined || state.clock.runningSinceMs === undefined) return undefined;
  if (!hasComeDown(state, belowBpm)) return undefined;
  const { atMs, work } = state;
  const isDropped = isGivenUp(state, stepIndex);
  if (!isDropped && !isAllButDone(work?.plan ?? [])) return getReady(state, stepIndex, atMs);
  const outcome = isDropped ? 'dropped' : 'done';
  return { type: 'exercise-ended', atMs, stepIndex, outcome, remaining: [] };
}
