import type { Fact, FactOf } from '../session/facts.ts';

/** The resting pulse a session measured before its exercises, or a resting test measured; undefined where none was. */
export const restingBpmOf = (facts: readonly Fact[]): number | undefined =>
  finite(measured(facts)?.restingBpm);

/** RMSSD at rest in ms, where it could be measured well enough to be shown. */
export const rmssdMsOf = (facts: readonly Fact[]): number | undefined =>
  finite(measured(facts)?.rmssdMs);

const measured = (facts: readonly Fact[]): FactOf<'baseline-ended'> | undefined =>
  facts.findLast((fact) => fact.type === 'baseline-ended');

const finite = (value: number | undefined): number | undefined =>
  Number.isFinite(value) ? value : undefined;
