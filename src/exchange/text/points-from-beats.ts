import type { CarriedPoint } from '../carried-session.ts';

/** An RR interval (ms) and when its second beat came. */
export type Beat = { readonly atMs: number; readonly rrIntervalMs: number };

const packetMs = 1000;
const windowMs = 4000;

/** Beats as one point a second, with the mean pulse of the last 4 s: what a strap would have sent. */
export function pointsFromBeats(beats: readonly Beat[]): CarriedPoint[] {
  const points: CarriedPoint[] = [];
  let windowFrom = 0;
  for (let from = 0, to = 0; from < beats.length; from = to) {
    const atMs = dueMs(beats[from]);
    to = from + 1;
    while (to < beats.length && dueMs(beats[to]) <= atMs) to += 1;
    while (windowFrom < from && (beats[windowFrom]?.atMs ?? 0) <= atMs - windowMs) windowFrom += 1;
    const bpm = meanBpm(beats, windowFrom, to);
    const rrIntervalsMs = beats.slice(from, to).map(({ rrIntervalMs }) => rrIntervalMs);
    points.push({ atMs, ...(bpm > 0 && { bpm }), rrIntervalsMs });
  }
  return points;
}

/** RR intervals one after the other, the first beginning at 0. */
export function beatsOneAfterTheOther(rrIntervalsMs: readonly number[]): Beat[] {
  let atMs = 0;
  return rrIntervalsMs.map((rrIntervalMs) => {
    atMs += rrIntervalMs;
    return { atMs, rrIntervalMs };
  });
}

const dueMs = (beat: Beat | undefined): number =>
  Math.ceil((beat?.atMs ?? 0) / packetMs) * packetMs;

function meanBpm(beats: readonly Beat[], from: number, to: number): number {
  let sumMs = 0;
  for (let at = from; at < to; at += 1) sumMs += beats[at]?.rrIntervalMs ?? 0;
  return sumMs > 0 ? Math.round((60_000 * (to - from)) / sumMs) : 0;
}
