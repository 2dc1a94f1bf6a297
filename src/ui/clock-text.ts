import type { SessionHeader } from '../session/header.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** A length as `0:42`, `12:05` or `1:02:03`; part seconds are cut off. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours === 0
    ? `${minutes}:${two(seconds % 60)}`
    : `${hours}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** What is left of a length; a second that has begun still counts, so that a countdown ends at `0:01`. */
export const countdownText = (ms: number): string => durationText(Math.ceil(ms / 1000) * 1000);

/** The time of day at a moment of the session, as the header's clock and offset have it: `14:02`. */
export function wallClockText(header: SessionHeader, atMs: number): string {
  const localMs = Date.parse(header.startedAt) + header.utcOffsetMinutes * 60_000 + atMs;
  const local = new Date(localMs);
  return `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
}
