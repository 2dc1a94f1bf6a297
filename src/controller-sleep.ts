/** A machine that was not awake: for how long the monotonic clock counted, and how far the wall clock ran ahead of it. */
export type Sleep = { readonly fromMs: number; readonly wallAheadMs: number };

const longestGapMs = 10_000;
const longestAheadMs = 3000;

/**
 * Watches for a suspended machine, at every input: nothing for more than 10 s, where ticks come four times a second, or
 * a wall clock more than 3 s ahead. `atMs` is monotonic, `wallMs` the wall clock's; both only run forward when awake.
 */
export function createSleepWatch(): (atMs: number, wallMs: number) => Sleep | undefined {
  let before: { readonly atMs: number; readonly wallMs: number } | undefined;
  return (atMs, wallMs) => {
    const last = before;
    before = { atMs, wallMs };
    if (last === undefined) return undefined;
    const passedMs = atMs - last.atMs;
    const wallAheadMs = Math.max(0, Math.round(wallMs - last.wallMs - passedMs));
    if (passedMs <= longestGapMs && wallAheadMs <= longestAheadMs) return undefined;
    return { fromMs: last.atMs, wallAheadMs };
  };
}
