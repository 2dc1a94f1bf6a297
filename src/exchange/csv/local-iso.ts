import { offsetText } from '../../review/clock-time.ts';

const minutesPerHour = 60;

/** A moment where it was lived, `2026-11-22T08:00:00.250+01:00`. */
export function localIso(unixMs: number, utcOffsetMinutes: number): string {
  const there = new Date(unixMs + utcOffsetMinutes * 60_000).toISOString().slice(0, -1);
  return `${there}${offsetText(utcOffsetMinutes)}`;
}

/** The offset at the end of such a text, in minutes; undefined where it has none. */
export function offsetIn(iso: string): number | undefined {
  const shape = /([+-])(\d\d):?(\d\d)$/.exec(iso.trim());
  if (shape === null) return undefined;
  const minutes = Number(shape[2]) * minutesPerHour + Number(shape[3]);
  return shape[1] === '-' ? -minutes : minutes;
}
