import type { CarriedLap, CarriedPoint, DatedSession, Stretch } from '../carried-session.ts';
import { byteBpm } from '../pulse-of.ts';

/**
 * What of a session a FIT file holds: whole seconds, one point in each, RR in whole ms, laps whose lengths are exact.
 * Decoding what was encoded gives exactly this.
 */
export function asFitHolds(session: DatedSession): DatedSession {
  const originMs = Date.parse(session.startedAt) % 1000;
  const whole = (atMs: number): number => Math.floor((originMs + atMs) / 1000) * 1000;
  const { title, sensor, cr10, ...rest } = session;
  const points = pointsHeld(session.points, whole);
  const heldEndMs = Math.round(session.endMs);
  return {
    ...rest,
    startedAt: new Date(Date.parse(session.startedAt) - originMs).toISOString(),
    endMs: Math.max(heldEndMs, points.at(-1)?.atMs ?? 0),
    ...(title && { title }),
    ...(sensor && { sensor }),
    points,
    laps: session.laps.map((lap) => lapHeld(lap, whole)),
    pauses: session.pauses.flatMap((pause) => pauseHeld(pause, heldEndMs, whole)),
    warnings: [],
    ...(cr10 !== undefined && { cr10: Math.round(cr10 * 10) / 10 }),
  };
}

type Whole = (atMs: number) => number;

function pointsHeld(points: readonly CarriedPoint[], whole: Whole): CarriedPoint[] {
  const held: { atMs: number; bpm?: number; rrIntervalsMs: number[] }[] = [];
  for (const { atMs, bpm, rrIntervalsMs } of points) {
    const known = byteBpm(bpm);
    const beats = rrIntervalsMs.map(Math.round);
    const last = held.at(-1);
    if (last === undefined || last.atMs < whole(atMs)) {
      held.push({
        atMs: whole(atMs),
        ...(known !== undefined && { bpm: known }),
        rrIntervalsMs: beats,
      });
      continue;
    }
    if (known !== undefined) last.bpm = known;
    last.rrIntervalsMs.push(...beats);
  }
  return held;
}

function lapHeld(lap: CarriedLap, whole: Whole): CarriedLap {
  const startMs = whole(lap.startMs);
  return { ...lap, startMs, endMs: startMs + Math.round(lap.endMs - lap.startMs) };
}

/** A pause within one second is none; one that lasts to the end ends with the session. */
function pauseHeld({ startMs, endMs }: Stretch, sessionEndMs: number, whole: Whole): Stretch[] {
  const startsMs = whole(startMs);
  if (endMs < sessionEndMs) {
    return whole(endMs) > startsMs ? [{ startMs: startsMs, endMs: whole(endMs) }] : [];
  }
  return sessionEndMs - startsMs >= 1000 ? [{ startMs: startsMs, endMs: sessionEndMs }] : [];
}
