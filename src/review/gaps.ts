import type { Fact, FactOf, Trust } from '../session/facts.ts';
import { seconds } from './rounded.ts';
import type { TrustedSpan } from './trusted-pulse.ts';

/** A stretch for which the pulse was not known, and why. */
export type Gap = {
  readonly startS: number;
  readonly endS: number;
  readonly reason: Exclude<Trust, 'live' | 'late'>;
};

/** All of the session that no trusted value covers, the search for the first one included. */
export function gaps(facts: readonly Fact[], pulse: readonly TrustedSpan[], endMs: number): Gap[] {
  const changes = facts.filter((fact) => fact.type === 'trust-changed');
  let next = 0;
  const reasonWithin = (startMs: number, untilMs: number): Gap['reason'] => {
    while ((changes[next]?.atMs ?? startMs) < startMs) next += 1;
    const from = next;
    while ((changes[next]?.atMs ?? untilMs) < untilMs) next += 1;
    return reasonOf(changes.slice(from, next), startMs);
  };
  return uncovered(pulse, endMs).map(({ startMs, endMs: untilMs }) => ({
    startS: seconds(startMs),
    endS: seconds(untilMs),
    reason: reasonWithin(startMs, untilMs),
  }));
}

type Stretch = { readonly startMs: number; readonly endMs: number };

function uncovered(pulse: readonly TrustedSpan[], endMs: number): Stretch[] {
  const stretches: Stretch[] = [];
  let coveredMs = 0;
  for (const span of [...pulse, { startMs: endMs, endMs: endMs + 1 }]) {
    if (span.endMs <= span.startMs) continue;
    if (span.startMs > coveredMs) stretches.push({ startMs: coveredMs, endMs: span.startMs });
    coveredMs = span.endMs;
  }
  return stretches;
}

/** Why trust was first lost within the gap. */
function reasonOf(within: readonly FactOf<'trust-changed'>[], startMs: number): Gap['reason'] {
  for (const { trust } of within) if (trust !== 'live' && trust !== 'late') return trust;
  return startMs === 0 ? 'searching' : 'lost';
}
