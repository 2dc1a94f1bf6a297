import type { EndReason, Fact } from './facts.ts';
import type { Phase, SessionState } from './state.ts';
import { reachesAtMs } from './stopwatch.ts';

type CoolDown = Extract<Phase, { name: 'cool-down' }>;

/**
 * The cool-down lasts its time. Where the pulse is above the limit even then, it is watched on until that has come down,
 * or a key ends it, half an hour at most (§3).
 */
export function coolDownDue(state: SessionState, phase: CoolDown): Fact | undefined {
  const { clock, guard, header } = state;
  const atMs = reachesAtMs(clock, phase.lengthMs);
  if (atMs === undefined) return undefined;
  if (guard.over === undefined) return ended(state, phase, atMs);
  if (phase.isProlonged !== true) return { type: 'cool-down-prolonged', atMs };
  const longestMs = phase.lengthMs + header.rules.coolDownLongerS * 1000;
  const lastMs = reachesAtMs(clock, longestMs);
  return lastMs === undefined ? undefined : ended(state, phase, lastMs);
}

const ended = (state: SessionState, phase: CoolDown, atMs: number): Fact => ({
  type: 'session-ended',
  atMs,
  reason: endReason(state, phase.reason),
});

/** Why a session ends that is on its way to its end, else `usual`; with the pulse above the limit none is `completed`. */
export function endReason({ windUp, guard }: SessionState, usual: EndReason): EndReason {
  const reason = windUp ?? usual;
  return reason === 'completed' && guard.over !== undefined ? 'still-raised' : reason;
}
