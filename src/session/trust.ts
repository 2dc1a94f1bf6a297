import type { Fact, Trust } from './facts.ts';
import type { SessionState } from './state.ts';

/**
 * Trust follows the age of the newest trusted value, and falls at once with the link (§1). Where values still come but
 * none has been trusted for 3 s, the state says why, as the newest of them does; frozen is judged by its own, longer time.
 */
export function trustDue(state: SessionState): Fact | undefined {
  const { pulse, trust, received, cutOffMs } = state;
  if (received === undefined) return undefined;
  if (cutOffMs !== undefined) {
    return trust === 'lost' || trust === 'searching' ? undefined : become('lost', cutOffMs);
  }
  const reason = lastingDistrust(state);
  if (reason !== undefined && reason !== trust) return become(reason, received.atMs);
  if (pulse !== undefined) return ageDue(state, pulse.atMs);
  const isSaid = trust !== 'lost' && trust !== 'searching';
  return isSaid ? become('lost', received.atMs + lostAfterMs(state)) : undefined;
}

function ageDue(state: SessionState, newestMs: number): Fact {
  const { trust, trustSinceMs, header } = state;
  if (trust === 'late' && newestMs < trustSinceMs) {
    return become('lost', newestMs + lostAfterMs(state));
  }
  if (trust !== 'live') return become('live', newestMs);
  return become('late', newestMs + header.rules.lateAfterS * 1000 + 1);
}

const lostAfterMs = ({ header }: SessionState): number => header.rules.lostAfterS * 1000 + 1;

/** Why values that come are not trusted, once that has lasted; only a value newer than the present state can say so. */
function lastingDistrust({ received, trustSinceMs, header }: SessionState): Trust | undefined {
  if (received?.distrust === undefined || received.atMs < trustSinceMs) return undefined;
  if (received.distrust === 'frozen') return 'frozen';
  const lastedMs = received.atMs - (received.distrustedSinceMs ?? received.atMs);
  return lastedMs >= header.rules.distrustAfterS * 1000 ? received.distrust : undefined;
}

const become = (trust: Trust, atMs: number): Fact => ({ type: 'trust-changed', atMs, trust });

/** Whether the present value may be acted on, or at least lets an exercise stand by. */
export const isKnown = (trust: Trust): boolean => trust === 'live' || trust === 'late';
