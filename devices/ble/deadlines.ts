/** Every wait there is between us and a strap, in milliseconds. */
export type Deadlines = {
  /** The adapter says in what state it is. */
  readonly adapterMs: number;
  /** Until "still looking", with hints; the search itself never ends. */
  readonly scanMs: number;
  /** How long to look for others before a strap is taken that was not named by its id. */
  readonly settleMs: number;
  readonly connectMs: number;
  readonly discoveryMs: number;
  readonly subscribeMs: number;
  /** From subscribed to the first measurement. */
  readonly firstDataMs: number;
  /** Silence after which the link counts as lost, although the connection stands. */
  readonly silenceMs: number;
  /** Silence after which the connection is given up. */
  readonly forceMs: number;
  /** One optional read: battery, body location, device information. */
  readonly optionalMs: number;
  /** Waits before the next attempt; the last one repeats for the whole session. */
  readonly backOffMs: readonly number[];
  /** Share of a back-off that chance may take away. */
  readonly jitter: number;
  /** From a polite end to a kill. */
  readonly endMs: number;
};

export const DEADLINES: Deadlines = {
  adapterMs: 10_000,
  scanMs: 30_000,
  settleMs: 2_000,
  connectMs: 15_000,
  discoveryMs: 10_000,
  subscribeMs: 5_000,
  firstDataMs: 10_000,
  silenceMs: 6_000,
  forceMs: 30_000,
  optionalMs: 5_000,
  backOffMs: [1_000, 2_000, 4_000, 8_000, 15_000],
  jitter: 0.2,
  endMs: 300,
};

/** Milliseconds before attempt `failures + 1`; `chance` is 0–1. */
export function backOff(deadlines: Deadlines, failures: number, chance: number): number {
  const { backOffMs, jitter } = deadlines;
  const index = Math.min(Math.max(failures, 1), backOffMs.length) - 1;
  return (backOffMs[index] ?? 0) * (1 - jitter * chance);
}
