import type { HeartRateMeasurement } from '../../devices/heart-rate-measurement.ts';
import type { Received, SessionState } from './state.ts';

/**
 * Whether a strap repeats itself (§1): the same bpm for 60 s without the RR intervals that this session has had before,
 * or the same packet, RR intervals in it, for 20 s. A strap that never sends RR may be as steady as it likes.
 */
export function hasFrozen(
  state: SessionState,
  measurement: HeartRateMeasurement,
  atMs: number,
): boolean {
  const { frozenBpmS, frozenPacketS } = state.header.rules;
  const { sameBpmSinceMs, samePacketSinceMs } = samenessOf(state, measurement, atMs);
  if (measurement.rrIntervalsMs.length > 0) {
    return atMs - samePacketSinceMs >= frozenPacketS * 1000;
  }
  return state.rrSeen && atMs - sameBpmSinceMs >= frozenBpmS * 1000;
}

type Sameness = Pick<Received, 'sameBpmSinceMs' | 'samePacketSinceMs'>;

/** Since when bpm without RR, and whole packets, have been the same; a gap of more than 6 s begins anew. */
export function samenessOf(
  { received, header }: SessionState,
  measurement: HeartRateMeasurement,
  atMs: number,
): Sameness {
  const fresh = { sameBpmSinceMs: atMs, samePacketSinceMs: atMs };
  if (received === undefined || atMs - received.atMs > header.rules.lostAfterS * 1000) return fresh;
  const before = received.measurement;
  const hasRr = measurement.rrIntervalsMs.length > 0 || before.rrIntervalsMs.length > 0;
  const isSameBpm = before.bpm === measurement.bpm;
  return {
    sameBpmSinceMs: isSameBpm && !hasRr ? received.sameBpmSinceMs : atMs,
    samePacketSinceMs: isSamePacket(before, measurement) ? received.samePacketSinceMs : atMs,
  };
}

const isSamePacket = (one: HeartRateMeasurement, other: HeartRateMeasurement): boolean =>
  one.bpm === other.bpm &&
  one.skinContact === other.skinContact &&
  one.energyKj === other.energyKj &&
  one.rrIntervalsMs.length === other.rrIntervalsMs.length &&
  one.rrIntervalsMs.every((each, index) => each === other.rrIntervalsMs[index]);
