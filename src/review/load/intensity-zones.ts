import { seconds } from '../rounded.ts';
import type { TrustedSpan } from '../trusted-pulse.ts';
import { karvonenBpm } from './highest-pulse.ts';

/** Lower bounds in bpm of the five zones, ascending; each bound belongs to the zone above it. */
export type ZoneBoundsBpm = readonly [number, number, number, number, number];

/** Seconds below the first zone, in zones 1–5, and without a trusted pulse. */
export type IntensityZonesS = {
  readonly below: number;
  readonly zones: readonly [number, number, number, number, number];
  readonly unknown: number;
  /** A pulse above the stored highest counts in zone 5; then the stored highest is too low. */
  readonly aboveHighest: boolean;
};

const shares = [0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** Edwards 1993: 50, 60, 70, 80, 90 % of the highest pulse. */
export const zonesOfHighest = (highestBpm: number): ZoneBoundsBpm =>
  boundsAt((p) => p * highestBpm);

/** The same shares of the reserve between rest and highest (Karvonen 1957). */
export const zonesOfReserve = (restingBpm: number, highestBpm: number): ZoneBoundsBpm =>
  boundsAt((p) => karvonenBpm(p, restingBpm, highestBpm));

/** Time in each zone of a session of `endMs`; a value holds until the next, 6 s at most, and no longer than it is trusted. */
export function intensityZones(
  pulse: readonly TrustedSpan[],
  bounds: ZoneBoundsBpm,
  highestBpm: number,
  endMs: number,
): IntensityZonesS {
  const ms = [0, 0, 0, 0, 0, 0];
  let knownMs = 0;
  let aboveHighest = false;
  for (const { startMs, endMs: untilMs, bpm } of pulse) {
    const zone = zoneAt(bpm, bounds);
    ms[zone] = (ms[zone] ?? 0) + untilMs - startMs;
    knownMs += untilMs - startMs;
    if (bpm > highestBpm) aboveHighest = true;
  }
  const [below = 0, one = 0, two = 0, three = 0, four = 0, five = 0] = ms.map(seconds);
  const unknown = seconds(Math.max(0, endMs - knownMs));
  return { below, zones: [one, two, three, four, five], unknown, aboveHighest };
}

/** 0 below the first zone, then 1–5; lower bounds are inclusive. */
export function zoneAt(bpm: number, bounds: ZoneBoundsBpm): number {
  let zone = 0;
  for (const bound of bounds) if (bpm >= bound) zone += 1;
  return zone;
}

const boundsAt = (bpmAt: (share: number) => number): ZoneBoundsBpm => {
  const [a, b, c, d, e] = shares;
  // 0.7 × 180 is a hair below 126 in binary.
  const bound = (share: number): number => Math.round(bpmAt(share) * 1e6) / 1e6;
  return [bound(a), bound(b), bound(c), bound(d), bound(e)];
};
