import type { CarriedPoint } from '../carried-session.ts';
import { decodeFit } from './decode-fit.ts';

const leastGapMs = 2500;
const mediansToGap = 3;

/** RR intervals (ms) in stretches without a gap: no difference may bridge two of them. */
export type RrSegments = {
  readonly segments: readonly (readonly number[])[];
  readonly damage: readonly string[];
};

/**
 * The RR intervals of a FIT file, a new segment wherever its clock runs on without them (by more than 2.5 s, or three
 * median intervals), as it does when the timer stood. Throws an ExchangeError.
 */
export function rrSegmentsFromFit(bytes: Uint8Array): RrSegments {
  const { session, damage } = decodeFit(bytes);
  const gapMs = Math.max(leastGapMs, mediansToGap * median(session.points));
  const segments: number[][] = [];
  /** Where the clock should be by the beats alone, and by what it said. */
  let beatsMs: number | undefined;
  for (const { atMs, rrIntervalsMs } of session.points) {
    if (rrIntervalsMs.length === 0) continue;
    const sumMs = rrIntervalsMs.reduce((sum, ms) => sum + ms, 0);
    const isGap = beatsMs === undefined || atMs - (beatsMs + sumMs) > gapMs;
    if (isGap) {
      segments.push([]);
      beatsMs = atMs - sumMs;
    }
    segments.at(-1)?.push(...rrIntervalsMs);
    // The clock has whole seconds and beats come in late, so the beats lead and the clock only holds them near.
    beatsMs = Math.max((beatsMs ?? atMs) + sumMs, atMs - gapMs);
  }
  return { segments, damage };
}

function median(points: readonly CarriedPoint[]): number {
  const sorted = points.flatMap(({ rrIntervalsMs }) => rrIntervalsMs).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
