import type { Beats } from './beats.ts';
import { median } from './quantile.ts';

/** With fewer beats than this nothing can be learnt of how a heart varies. */
export const shortBeats = 30;
const mostChange = 0.2;
const sumKept = 0.08;

/**
 * The 20 % rule (Malik 1989), for fewer than 30 beats: a beat more than a fifth from the last sound one is spoilt, and the
 * one after it is not compared. A short one and its pause keep their sum; others take the median.
 */
export function mendShort(beats: Beats, from: number, to: number): void {
  const usualMs = median(beats.rrMs.slice(from, to));
  let soundMs = usualMs;
  for (let at = from; at < to; at += 1) {
    const rrMs = beats.rrMs[at] ?? usualMs;
    if (beats.isMadeUp[at] === true) continue;
    if (Math.abs(rrMs - soundMs) <= mostChange * soundMs) {
      soundMs = rrMs;
      continue;
    }
    at = mend(beats, at, to, usualMs);
  }
}

/** Returns the last beat that was mended with this one. */
function mend(beats: Beats, at: number, to: number, usualMs: number): number {
  const [rrMs, nextMs] = [beats.rrMs[at] ?? usualMs, beats.rrMs[at + 1]];
  const isPair =
    at + 1 < to &&
    nextMs !== undefined &&
    rrMs < usualMs === nextMs > usualMs &&
    Math.abs(nextMs - usualMs) > (mostChange / 2) * usualMs &&
    Math.abs(rrMs + nextMs - 2 * usualMs) <= sumKept * 2 * usualMs;
  beats.isMadeUp[at] = true;
  if (!isPair) {
    beats.type[at] = rrMs < usualMs ? 'short' : 'long';
    beats.rrMs[at] = usualMs;
    beats.hole[at] = 1;
    return at;
  }
  beats.isMadeUp[at + 1] = true;
  beats.hole[at] = 2;
  beats.type.fill('ectopic', at, at + 2);
  beats.rrMs.fill((rrMs + nextMs) / 2, at, at + 2);
  return at + 1;
}
