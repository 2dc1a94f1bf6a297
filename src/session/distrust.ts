import type { HeartRateMeasurement } from '../../devices/heart-rate-measurement.ts';
import type { Distrust } from './facts.ts';
import { hasFrozen } from './frozen.ts';
import type { SessionState } from './state.ts';

const lowestPlausibleBpm = 25;
const highestPlausibleBpm = 240;

export const isPlausibleBpm = (bpm: number): boolean =>
  bpm >= lowestPlausibleBpm && bpm <= highestPlausibleBpm;

/** Why a measurement that comes at `atMs` is not to be believed, if so (§1). */
export function distrustOf(
  state: SessionState,
  measurement: HeartRateMeasurement,
  atMs: number,
): Distrust | undefined {
  if (measurement.skinContact === false) return 'no-contact';
  if (!isPlausibleBpm(measurement.bpm)) return 'implausible';
  if (hasFrozen(state, measurement, atMs)) return 'frozen';
  return hasJumped(state, measurement, atMs) ? 'implausible' : undefined;
}

/**
 * A jump of more than 30 bpm within 1.5 s is distrusted as it comes, unless its own RR intervals support it. The next
 * value decides: near the jump it confirms it and is trusted itself, near the last trusted value it goes on from there.
 * So a spike neither warns nor clears, and a true rise warns one value later at most.
 */
function hasJumped(
  { pulse, suspect, header }: SessionState,
  { bpm, rrIntervalsMs }: HeartRateMeasurement,
  atMs: number,
): boolean {
  const { jumpBpm, jumpWithinS, rrSupportBpm } = header.rules;
  const previous = suspect ?? pulse;
  if (previous === undefined || atMs - previous.atMs > jumpWithinS * 1000) return false;
  const isNear = (other: number): boolean => Math.abs(bpm - other) <= jumpBpm;
  if (isNear(previous.bpm) || (pulse !== undefined && isNear(pulse.bpm))) return false;
  const rate = rateOf(rrIntervalsMs);
  return rate === undefined || Math.abs(rate - bpm) > rrSupportBpm;
}

/** The pulse that RR intervals make, in bpm. */
function rateOf(rrIntervalsMs: readonly number[]): number | undefined {
  const sumMs = rrIntervalsMs.reduce((sum, each) => sum + each, 0);
  return sumMs > 0 ? (60_000 * rrIntervalsMs.length) / sumMs : undefined;
}
