import type { CarriedLap, CarriedPoint, DatedSession, Stretch } from '../carried-session.ts';
import { byteBpm } from '../pulse-of.ts';
import { textHeld } from './fit-writer.ts';
import { appName } from './opening.ts';

/**
 * What of a session a FIT file holds: whole seconds, one point in each, RR in whole ms, laps whose lengths are exact.
 * Decoding what was encoded gives exactly this.
 */
export function asFitHolds(session: DatedSession): DatedSession {
  const originMs = Date.parse(session.startedAt) % 1000;
  const whole = (atMs: number): number => Math.floor((originMs + atMs) / 1000) * 1000;
  const { title, sensor, cr10, ...rest } = session;
  const points = pointsHeld(session.points, whole);
  const endMs = Math.max(Math.round(session.endMs), points.at(-1)?.atMs ?? 0);
  return {
    ...rest,
    startedAt: new Date(Date.parse(session.startedAt) - originMs).toISOString(),
    endMs,
    ...(title && { title: textHeld(title) }),
    sensor: textHeld(sensor ?? '') || appName,
    points,
    laps: session.laps.map((lap, index) => lapHeld(lap, index, { whole, endMs })),
    pauses: session.pauses.flatMap((pause) => {
      const held =
        pause.endMs < session.endMs
          ? { startMs: whole(pause.startMs), endMs: whole(pause.endMs) }
          : { startMs: whole(pause.startMs), endMs };
      return pauseHeld(held);
    }),
    warnings: [],
    ...(cr10 !== undefined && { cr10: Math.round(cr10 * 10) / 10 }),
  };
}

type Whole = (atMs: number) => number;

function pointsHeld(points: readonly CarriedPoint[], whole: Whole): CarriedPoint[] {
  const held: { atMs: number; bpm?: number; rrIntervalsMs: number[] }[] = [];
  for (const point of points) {
    const bpm = byteBpm(point.bpm);
    const atMs = whole(point.atMs);
    const rrIntervalsMs = point.rrIntervalsMs.map(Math.round);
    const last = held.at(-1);
    if (last === undefined || last.atMs < atMs) {
      held.push(bpm === undefined ? { atMs, rrIntervalsMs } : { atMs, bpm, rrIntervalsMs });
      continue;
    }
    if (bpm !== undefined) last.bpm = bpm;
    last.rrIntervalsMs.push(...rrIntervalsMs);
  }
  return held;
}

type Session = { readonly whole: Whole; readonly endMs: number };

/** Whole seconds may place a beginning after the session's exact end; nothing lies after that. */
function lapHeld(lap: CarriedLap, index: number, { whole, endMs }: Session): CarriedLap {
  const startMs = Math.min(whole(lap.startMs), endMs);
  const named = lap.stepIndex === undefined ? '' : textHeld(lap.name);
  return {
    ...lap,
    name: named || `Lap ${index + 1}`,
    // Every lap has an intensity there, the open one too.
    isStill: lap.isStill === true,
    startMs,
    endMs: Math.min(startMs + Math.round(lap.endMs - lap.startMs), endMs),
  };
}

/** A pause within one second is none. */
const pauseHeld = (pause: Stretch): Stretch[] =>
  pause.endMs - pause.startMs >= 1000 ? [pause] : [];
