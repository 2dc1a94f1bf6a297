import type { DatedSession } from '../carried-session.ts';
import { stretchesToTheMs } from '../stretches-to-the-ms.ts';

/** What of a session our CSV holds: pulses, RR to a thousandth of a ms, laps by name and pauses, to the ms. */
export function asCsvHolds(session: DatedSession): DatedSession {
  const { startedAt, utcOffsetMinutes, title } = session;
  return {
    startedAt,
    utcOffsetMinutes,
    endMs: Math.round(session.endMs),
    ...(title && { title }),
    points: session.points.map(({ atMs, bpm, rrIntervalsMs }) => ({
      atMs: Math.round(atMs),
      ...(bpm !== undefined && { bpm }),
      rrIntervalsMs: rrIntervalsMs.map((ms) => Math.round(ms * 1000) / 1000),
    })),
    ...stretchesToTheMs(session),
    warnings: [],
  };
}
