import { endReason } from './cool-down.ts';
import { endNow } from './ending.ts';
import type { Fact } from './facts.ts';
import type { Hold, SessionState } from './state.ts';
import { isKnown } from './trust.ts';
import { isUnguarded } from './unguarded.ts';

/** Holding on without a trusted signal, and the ends that come from outside: the source's, and a signal away too long (§3). */
export function overlayDue(state: SessionState): Fact | undefined {
  if (state.sourceEnded) return endNow(state, endReason(state, 'source-ended'), state.atMs);
  const { hold, trust, trustSinceMs } = state;
  if (hold === undefined) {
    return isKnown(trust) || isUnguarded(state)
      ? undefined
      : { type: 'held', atMs: trustSinceMs, reason: trust };
  }
  if (hold.countdown !== undefined && !isKnown(trust)) {
    return { type: 'held', atMs: trustSinceMs, reason: trust };
  }
  return returnDue(state, hold) ?? giveUpDue(state, hold);
}

function returnDue(state: SessionState, hold: Hold): Fact | undefined {
  const { pulse, trust, header, phase } = state;
  if (trust !== 'live' || pulse === undefined) return undefined;
  if (phase.name === 'open') return { type: 'hold-ended', atMs: pulse.atMs };
  const { countdown, trustedMeasurements } = hold;
  if (countdown !== undefined) {
    return { type: 'hold-ended', atMs: countdown.sinceMs + countdown.lengthMs };
  }
  if (trustedMeasurements < header.rules.returnMeasurements) return undefined;
  const lengthMs = header.rules.returnCountdownS * 1000;
  return { type: 'hold-countdown-began', atMs: pulse.atMs, lengthMs };
}

function giveUpDue(state: SessionState, hold: Hold): Fact | undefined {
  if (state.paused !== undefined || hold.countdown !== undefined) return undefined;
  const { holdLimitS, openHoldLimitS } = state.header.rules;
  const limitS = state.phase.name === 'open' ? openHoldLimitS : holdLimitS;
  return endNow(state, endReason(state, 'signal-lost'), hold.sinceMs + limitS * 1000);
}
