import type { Fact, FactOf } from '../session/facts.ts';
import type { Unavailable } from './unavailable.ts';

/** What was measured at rest, before the exercises or in a resting test. */
export type AtRest = {
  /** Median of the last 30 s. */
  readonly restingBpm: number | Unavailable;
  readonly rmssdMs: number | Unavailable;
};

/** The resting pulse a session measured; undefined where none was. */
export const restingBpmOf = (facts: readonly Fact[]): number | undefined =>
  finite(measured(facts)?.restingBpm);

/** RMSSD at rest in ms, where it could be measured well enough to be shown. */
export const rmssdMsOf = (facts: readonly Fact[]): number | undefined =>
  finite(measured(facts)?.rmssdMs);

export function atRest(facts: readonly Fact[]): AtRest {
  if (measured(facts) === undefined) {
    const none: Unavailable = { unavailable: 'no rest was measured to its end' };
    return { restingBpm: none, rmssdMs: none };
  }
  return {
    restingBpm: restingBpmOf(facts) ?? { unavailable: 'the pulse was not known for 30 s of rest' },
    rmssdMs: rmssdMsOf(facts) ?? {
      unavailable: 'too few RR intervals at rest, or more than 5 % of them were artefacts',
    },
  };
}

const measured = (facts: readonly Fact[]): FactOf<'baseline-ended'> | undefined =>
  facts.findLast((fact) => fact.type === 'baseline-ended');

const finite = (value: number | undefined): number | undefined =>
  Number.isFinite(value) ? value : undefined;
