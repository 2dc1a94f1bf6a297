import type { Fact } from './facts.ts';
import { trendOf } from './pulse-mean.ts';
import type { SessionState } from './state.ts';

/**
 * The notice that the pulse is on its way to caution (§2): the line through the last 15 s of trusted values would reach
 * it within 20 s. It goes when the line no longer would within 40 s, when caution comes, and with any loss of trust. It
 * is not given while getting ready, where standing up lifts the pulse for a moment.
 */
export function approachDue(state: SessionState): Fact | undefined {
  const { pulse, guard, trust, header } = state;
  if (pulse === undefined || trust !== 'live' || guard.caution !== undefined) return undefined;
  const { approachWithinS, approachClearS } = header.rules;
  const inS = cautionInS(state);
  const { atMs } = pulse;
  if (guard.approach !== undefined) {
    return inS <= approachClearS ? undefined : { type: 'approach-cleared', atMs };
  }
  if (inS > approachWithinS || isJustUp(state)) return undefined;
  return { type: 'approach-noticed', atMs, inS };
}

const isJustUp = ({ phase }: SessionState): boolean =>
  phase.name === 'get-ready' || phase.name === 'ready';

/** Seconds from the newest value until the trend reaches caution, at least 0; Infinity where it will not. */
export function cautionInS(state: SessionState): number {
  const { limits } = state;
  const trend = trendOf(state);
  if (trend === undefined || trend.bpmPerS <= 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, (limits.cautionBpm - trend.bpm) / trend.bpmPerS);
}
