import type { CarriedSession } from './carried-session.ts';

type Origin = NonNullable<CarriedSession['origin']>;

/** `ab12cd heart strap`: the session and the routine of ours that a file was written from, and its kind of heart. */
export const originText = ({ sessionId, routineId, source }: Origin): string =>
  `${sessionId} ${routineId} ${source}`;

/** The other way; undefined for every other text. */
export function originIn(text: string): Origin | undefined {
  const [, sessionId, routineId, source] =
    /^\s*([0-9A-Za-z_-]{1,64}) ([a-z][a-z0-9-]{0,39}) ([a-z]{1,20})\s*$/.exec(text) ?? [];
  if (sessionId === undefined || routineId === undefined || source === undefined) return undefined;
  return { sessionId, routineId, source };
}
