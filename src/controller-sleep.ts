/** A machine that was not awake: since when, and how much more passed than the monotonic clock counted. */
export type Sleep = { readonly fromMs: number; readonly wallAheadMs: number };

const longestGapMs = 10_000;
const longestAheadMs = 3000;

/**
 * Watches for a suspended machine, at every input: nothing for more than 10 s, where ticks come four times a second, or
 * more than 3 s that the monotonic clock (`atMs`) did not count and the one since the machine began (`bootMs`) did. The
 * wall clock is not asked: it may be set at any time.
 */
export function createSleepWatch(): (atMs: number, bootMs: number) => Sleep | undefined {
  let before: { readonly atMs: number; readonly bootMs: number } | undefined;
  return (atMs, bootMs) => {
    const last = before;
    before = { atMs, bootMs };
    if (last === undefined) return undefined;
    const passedMs = atMs - last.atMs;
    const wallAheadMs = Math.max(0, Math.round(bootMs - last.bootMs - passedMs));
    if (passedMs <= longestGapMs && wallAheadMs <= longestAheadMs) return undefined;
    return { fromMs: last.atMs, wallAheadMs };
  };
}
