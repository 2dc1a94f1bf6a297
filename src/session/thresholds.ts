import type { SessionState } from './state.ts';

/** The 10 s mean at or below which exercise goes on after `over`: max(caution − 3, min(resting + 8, limit − 5)) (§3). */
export function resumeBelowBpm({ header, limits, restingBpm }: SessionState): number {
  const { rules } = header;
  const belowLimit = limits.limitBpm - rules.resumeBelowLimitBpm;
  const aboveResting = (restingBpm ?? Number.NEGATIVE_INFINITY) + rules.resumeAboveRestingBpm;
  return Math.max(
    limits.cautionBpm - rules.resumeBelowCautionBpm,
    Math.min(aboveResting, belowLimit),
  );
}

/** What the rest or the recovery that is on waits for by the limits as they are; undefined in other phases. */
export function belowBpmNow(state: SessionState): number | undefined {
  switch (state.phase.name) {
    case 'rest':
      return restBelowBpm(state);
    case 'recovery':
      return resumeBelowBpm(state);
    default:
      return undefined;
  }
}

/** The mean at or below which a rest may end; a routine may lower it. */
export const restBelowBpm = (state: SessionState): number =>
  Math.min(state.header.routine.restBelowBpm ?? Number.POSITIVE_INFINITY, resumeBelowBpm(state));
