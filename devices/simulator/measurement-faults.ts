import type { HeartRateMeasurement } from '../heart-rate-measurement.ts';
import { type Fault, type FaultKind, isInForce } from './fault.ts';

type Distortion = (measurement: HeartRateMeasurement, second: number) => HeartRateMeasurement;

const SPIKE_BPM = 60;
const SPIKE_EVERY = 5;
const RAW_MAX_MS = (65_535 * 1000) / 1024;

const DISTORTIONS: readonly (readonly [FaultKind, Distortion])[] = [
  ['spikes', spiked],
  ['zeros', (measurement) => ({ ...measurement, bpm: 0, rrIntervalsMs: [] })],
  ['contact-lost', (measurement) => ({ ...measurement, skinContact: false, rrIntervalsMs: [] })],
  ['no-rr', (measurement) => ({ ...measurement, rrIntervalsMs: [] })],
  ['absurd-rr', absurdRr],
];

/** The measurement as the faults in force at that time leave it. */
export function distort(
  measurement: HeartRateMeasurement,
  faults: readonly Fault[],
  atMs: number,
): HeartRateMeasurement {
  const second = Math.round(atMs / 1000);
  return DISTORTIONS.reduce(
    (left, [kind, distortion]) => (isInForce(faults, kind, atMs) ? distortion(left, second) : left),
    measurement,
  );
}

/** Every fifth second only, with RR that do not support it. */
function spiked(measurement: HeartRateMeasurement, second: number): HeartRateMeasurement {
  if (second % SPIKE_EVERY !== 0) return measurement;
  return { ...measurement, bpm: measurement.bpm + SPIKE_BPM };
}

/** The field's two ends, 0 and 65535, in turn. */
function absurdRr(measurement: HeartRateMeasurement, second: number): HeartRateMeasurement {
  return { ...measurement, rrIntervalsMs: [second % 2 === 0 ? 0 : RAW_MAX_MS] };
}
