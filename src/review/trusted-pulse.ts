import type { Fact, FactOf } from '../session/facts.ts';
import { isKnown } from '../session/trust.ts';

/** How long a value may stand for the pulse where no newer one came: until it counts as lost (§1). */
export const longestHoldMs = 6000;

/** A trusted measurement, and how long its value held. */
export type TrustedSpan = {
  readonly startMs: number;
  readonly endMs: number;
  readonly bpm: number;
};

/** The trusted measurements up to `endMs`, oldest first: each holds until the next, 6 s at most, never past the loss of trust. */
export function trustedPulse(facts: readonly Fact[], endMs: number): TrustedSpan[] {
  const spans: TrustedSpan[] = [];
  let held: FactOf<'measured'> | undefined;
  const release = (atMs: number): void => {
    if (held === undefined) return;
    // A literal, not a spread: ten hours are summed up twenty times as fast.
    const { atMs: startMs, bpm } = held;
    spans.push({ startMs, endMs: Math.min(atMs, startMs + longestHoldMs), bpm });
    held = undefined;
  };
  for (const fact of facts) {
    if (fact.atMs > endMs) break;
    if (fact.type === 'measured' && fact.distrust === undefined) {
      release(fact.atMs);
      held = fact;
    } else if (fact.type === 'trust-changed' && !isKnown(fact.trust)) {
      release(fact.atMs);
    }
  }
  release(endMs);
  return spans;
}
