import type { DatedSession } from '../carried-session.ts';
import { byteBpm } from '../pulse-of.ts';
import { pointsOutsidePauses } from './outside-pauses.ts';

/** What of a session a TCX file holds: trusted pulses outside pauses, laps by name and pauses; no RR, no outcomes. */
export function asTcxHolds(session: DatedSession): Omit<DatedSession, 'utcOffsetMinutes'> {
  const { startedAt, title, sensor, sport, origin } = session;
  return {
    startedAt,
    endMs: session.endMs,
    ...(title && { title }),
    ...(sensor && { sensor }),
    ...((sport === 'jog' || sport === 'cycle') && { sport }),
    ...(origin && { origin }),
    points: pointsOutsidePauses(session).flatMap(({ atMs, bpm }) => {
      const known = byteBpm(bpm);
      return known === undefined ? [] : [{ atMs, bpm: known, rrIntervalsMs: [] }];
    }),
    laps: session.laps.map(({ startMs, endMs, name }) => ({ startMs, endMs, name })),
    pauses: session.pauses,
    warnings: [],
  };
}
