import { clockTime } from '../review/clock-time.ts';
import type { SessionHeader } from '../session/header.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** A length as `0:42`, `12:05` or `1:02:03`; part seconds are cut off. */
export const durationText = (ms: number): string => clockTime(Math.max(0, ms) / 1000);

/** What is left of a length; a second that has begun still counts, so that a countdown ends at `0:01`. */
export const countdownText = (ms: number): string => durationText(Math.ceil(ms / 1000) * 1000);

/** The time of day at a moment of the session, as the header's clock and offset have it: `14:02`. */
export function wallClockText(header: SessionHeader, atMs: number): string {
  const localMs = Date.parse(header.startedAt) + header.utcOffsetMinutes * 60_000 + atMs;
  const local = new Date(localMs);
  return `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
}
