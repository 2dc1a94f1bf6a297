const minutesPerHour = 60;

/** A moment where it was lived, `2026-11-22T08:00:00.250+01:00`. */
export function localIso(unixMs: number, utcOffsetMinutes: number): string {
  const there = new Date(unixMs + utcOffsetMinutes * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(utcOffsetMinutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  const sign = utcOffsetMinutes < 0 ? '-' : '+';
  return `${there}${sign}${two(Math.floor(size / minutesPerHour))}:${two(size % minutesPerHour)}`;
}

/** The offset at the end of such a text, in minutes; undefined where it has none. */
export function offsetIn(iso: string): number | undefined {
  const shape = /([+-])(\d\d):?(\d\d)$/.exec(iso.trim());
  if (shape === null) return undefined;
  const minutes = Number(shape[2]) * minutesPerHour + Number(shape[3]);
  return shape[1] === '-' ? -minutes : minutes;
}
