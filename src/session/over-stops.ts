import type { FactOf } from './facts.ts';
import { meanBpm } from './pulse-mean.ts';
import type { SessionState } from './state.ts';

/**
 * A stop in `over` counts once its mean of 10 s exceeds the limit or it has lasted 5 s (§3); it is its exercise's, and
 * no key that leads away from that exercise makes it less.
 */
export function overStopDue(state: SessionState): FactOf<'over-stop-counted'> | undefined {
  const { pendingOverStop, pulse, guard, header, limits } = state;
  if (pendingOverStop === undefined || pulse === undefined) return undefined;
  const { stepIndex } = pendingOverStop;
  const mean = meanBpm(state) ?? 0;
  const aboveMs = pulse.atMs - (guard.aboveLimitSinceMs ?? pulse.atMs);
  const counts = mean > limits.limitBpm || aboveMs >= header.rules.overStopAfterS * 1000;
  return counts ? { type: 'over-stop-counted', atMs: pulse.atMs, stepIndex } : undefined;
}

/** An exercise is given up at its second over-stop; or where it stops shortly again and again, lest that never end. */
export function isGivenUp(
  { overStops, recoveries, header }: SessionState,
  stepIndex: number,
): boolean {
  const { overStopsToDrop, briefStopsToDrop } = header.rules;
  const counted = times(overStops, stepIndex);
  const brief = times(recoveries, stepIndex) - counted;
  return counted >= overStopsToDrop || brief >= briefStopsToDrop;
}

const times = (steps: readonly number[], stepIndex: number): number =>
  steps.filter((each) => each === stepIndex).length;

/** Over-stops in three exercises are enough for today (§3). */
export const isEnoughForToday = ({ overStops, header }: SessionState): boolean =>
  new Set(overStops).size >= header.rules.overStoppedExercisesToEnd;
