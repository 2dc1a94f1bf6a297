import type { CarriedPoint, DatedSession } from '../carried-session.ts';

/** A TCX track is a stretch of measuring: a point between the ends of a pause lies in none. */
export function pointsOutsidePauses({ points, pauses }: DatedSession): readonly CarriedPoint[] {
  if (pauses.length === 0) return points;
  return points.filter(
    ({ atMs }) => !pauses.some(({ startMs, endMs }) => atMs > startMs && atMs < endMs),
  );
}
