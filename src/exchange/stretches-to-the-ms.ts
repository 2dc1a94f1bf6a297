import type { DatedSession } from './carried-session.ts';

/** Laps by name and pauses in whole ms, as text formats hold them; a pause within one ms is none. */
export const stretchesToTheMs = ({
  laps,
  pauses,
}: DatedSession): Pick<DatedSession, 'laps' | 'pauses'> => ({
  laps: laps.map(({ startMs, endMs, name }) => ({
    startMs: Math.round(startMs),
    endMs: Math.round(endMs),
    name,
  })),
  pauses: pauses.flatMap(({ startMs, endMs }) => {
    const held = { startMs: Math.round(startMs), endMs: Math.round(endMs) };
    return held.endMs > held.startMs ? [held] : [];
  }),
});
