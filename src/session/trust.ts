import type { HeartRateMeasurement } from '../../devices/heart-rate-measurement.ts';
import type { Fact, FactOf, Trust } from './facts.ts';
import type { SessionState } from './state.ts';

const lowestPlausibleBpm = 25;
const highestPlausibleBpm = 240;

/** Why a measurement is not to be believed, if so (§1). */
export function distrustOf(measurement: HeartRateMeasurement): FactOf<'measured'>['distrust'] {
  if (measurement.skinContact === false) return 'no-contact';
  const { bpm } = measurement;
  return bpm >= lowestPlausibleBpm && bpm <= highestPlausibleBpm ? undefined : 'implausible';
}

/** Trust follows the age of the newest trusted value, and falls at once with the link (§1). */
export function trustDue(state: SessionState): Fact | undefined {
  const { pulse, trust, trustSinceMs, cutOffMs } = state;
  if (pulse === undefined) return undefined;
  const { lateAfterS, lostAfterS } = state.header.rules;
  if (cutOffMs !== undefined) return become('lost', cutOffMs);
  if (trust === 'late' && pulse.atMs < trustSinceMs)
    return become('lost', pulse.atMs + lostAfterS * 1000 + 1);
  if (trust !== 'live') return become('live', pulse.atMs);
  return become('late', pulse.atMs + lateAfterS * 1000 + 1);
}

const become = (trust: Trust, atMs: number): Fact => ({ type: 'trust-changed', atMs, trust });

/** Whether the present value may be acted on, or at least lets an exercise stand by. */
export const isKnown = (trust: Trust): boolean => trust === 'live' || trust === 'late';
