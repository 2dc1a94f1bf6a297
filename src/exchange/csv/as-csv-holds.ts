import type { DatedSession } from '../carried-session.ts';

/** What of a session our CSV holds: pulses, RR to a thousandth of a ms, laps by name and pauses. */
export function asCsvHolds(session: DatedSession): DatedSession {
  const { startedAt, utcOffsetMinutes, title, origin } = session;
  return {
    startedAt,
    utcOffsetMinutes,
    endMs: session.endMs,
    ...(title && { title }),
    ...(origin && { origin }),
    points: session.points.map(({ atMs, bpm, rrIntervalsMs }) => ({
      atMs,
      ...(bpm !== undefined && { bpm }),
      rrIntervalsMs: rrIntervalsMs.map((ms) => Math.round(ms * 1000) / 1000),
    })),
    laps: session.laps.map(({ startMs, endMs, name }) => ({ startMs, endMs, name })),
    pauses: session.pauses,
    warnings: [],
  };
}
