import type { Fact } from '../session/facts.ts';

/** The resting pulse a session measured before its exercises; undefined where it measured none. */
export function restingBpmOf(facts: readonly Fact[]): number | undefined {
  const all: readonly { readonly type: string; readonly restingBpm?: unknown }[] = facts;
  const bpm = all.findLast(({ type }) => type === 'baseline-ended')?.restingBpm;
  return typeof bpm === 'number' && Number.isFinite(bpm) ? bpm : undefined;
}
