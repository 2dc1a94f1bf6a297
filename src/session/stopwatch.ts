/** Time that can be stopped: what ran so far, and since when it runs. */
export type Stopwatch = { readonly ranMs: number; readonly runningSinceMs?: number };

export const stoppedWatch: Stopwatch = { ranMs: 0 };

export const elapsedMs = (watch: Stopwatch, atMs: number): number =>
  watch.ranMs + (watch.runningSinceMs === undefined ? 0 : atMs - watch.runningSinceMs);

/** When it will have run for `targetMs`; undefined while it stands. */
export const reachesAtMs = (watch: Stopwatch, targetMs: number): number | undefined =>
  watch.runningSinceMs === undefined
    ? undefined
    : watch.runningSinceMs + Math.max(0, targetMs - watch.ranMs);

export function set(watch: Stopwatch, running: boolean, atMs: number): Stopwatch {
  if (running === (watch.runningSinceMs !== undefined)) return watch;
  return running ? { ranMs: watch.ranMs, runningSinceMs: atMs } : { ranMs: elapsedMs(watch, atMs) };
}
