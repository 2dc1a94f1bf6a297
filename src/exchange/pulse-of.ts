import type { CarriedPoint } from './carried-session.ts';

/** FIT's and TCX's heart rate is one byte, 255 being none; undefined where a value does not fit or is not known. */
export function byteBpm(bpm: number | undefined): number | undefined {
  if (bpm === undefined) return undefined;
  const whole = Math.round(bpm);
  return whole >= 1 && whole <= 254 ? whole : undefined;
}

export type PulseOf = { readonly average: number | undefined; readonly max: number | undefined };

/** Mean and highest of the known values in [fromMs, toMs]; points in order of time. */
export function pulseOf(points: readonly CarriedPoint[], fromMs: number, toMs: number): PulseOf {
  let sum = 0;
  let count = 0;
  let max = 0;
  for (let at = firstFrom(points, fromMs); at < points.length; at += 1) {
    const point = points[at];
    if (point === undefined || point.atMs > toMs) break;
    const bpm = byteBpm(point.bpm);
    if (bpm === undefined) continue;
    sum += bpm;
    count += 1;
    if (bpm > max) max = bpm;
  }
  return count === 0
    ? { average: undefined, max: undefined }
    : { average: Math.round(sum / count), max };
}

/** The index of the first point at or after `fromMs`. */
export function firstFrom(points: readonly CarriedPoint[], fromMs: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((points[middle]?.atMs ?? fromMs) < fromMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
