import type { Fact } from '../session/facts.ts';
import type { Limits } from '../session/limits.ts';

/** A stretch of a session in which the same limits held. */
export type LimitStretch = {
  readonly startMs: number;
  readonly endMs: number;
  readonly limits: Limits;
};

export type LimitStretches = readonly [LimitStretch, ...LimitStretch[]];

/** From the session's start to `endMs` without a hole; more than one where a key has changed the limits. */
export function limitStretches(
  atFirst: Limits,
  facts: readonly Fact[],
  endMs: number,
): [LimitStretch, ...LimitStretch[]] {
  const stretches: [LimitStretch, ...LimitStretch[]] = [{ startMs: 0, endMs, limits: atFirst }];
  for (const fact of facts) {
    if (fact.type !== 'limits-changed' || fact.atMs >= endMs) continue;
    const last = stretches.pop() ?? stretches[0];
    stretches.push(
      { ...last, endMs: fact.atMs },
      { startMs: fact.atMs, endMs, limits: fact.limits },
    );
  }
  return stretches;
}

/** The limits that held at a moment. */
export const limitsAt = (stretches: LimitStretches, atMs: number): Limits =>
  (stretches.findLast(({ startMs }) => startMs <= atMs) ?? stretches[0]).limits;
