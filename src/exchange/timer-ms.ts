import type { Stretch } from './carried-session.ts';

/** The part of a stretch that no pause covers, ms. */
export function timerMs({ startMs, endMs }: Stretch, pauses: readonly Stretch[]): number {
  const paused = pauses.reduce(
    (sum, pause) =>
      sum + Math.max(0, Math.min(endMs, pause.endMs) - Math.max(startMs, pause.startMs)),
    0,
  );
  return Math.round(endMs - startMs - paused);
}
