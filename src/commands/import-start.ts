import type { CarriedSession, DatedSession } from '../exchange/carried-session.ts';
import { momentIn } from '../exchange/text/local-time.ts';

/** Where the start of an imported session comes from: the file itself, its name, or when it was last changed. */
export type StartOrigin = 'file' | 'name' | 'changed';

/** A session with its start: the file's own, else the time in its name, else its length before its last change. */
export function dated(
  session: CarriedSession,
  name: string,
  changedMs: number,
): { readonly session: DatedSession; readonly origin: StartOrigin } {
  const { startedAt, utcOffsetMinutes } = session;
  if (startedAt !== undefined) {
    const offset = utcOffsetMinutes ?? offsetHereAt(Date.parse(startedAt));
    return { session: { ...session, startedAt, utcOffsetMinutes: offset }, origin: 'file' };
  }
  const named = momentIn(name);
  const unixMs = named?.unixMs ?? Math.floor(changedMs - session.endMs);
  const at = new Date(unixMs).toISOString();
  const offset = named?.utcOffsetMinutes ?? offsetHereAt(unixMs);
  return {
    session: { ...session, startedAt: at, utcOffsetMinutes: offset },
    origin: named === undefined ? 'changed' : 'name',
  };
}

const offsetHereAt = (unixMs: number): number => 0 - new Date(unixMs).getTimezoneOffset();
