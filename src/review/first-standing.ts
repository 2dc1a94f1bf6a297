import type { Adaptation } from '../session/adapted-step.ts';
import type { Routine, Step } from '../session/routine.ts';
import type { Standing } from '../session/training-standing.ts';

const firstCadence = 0.7;

/** How the first sessions of a routine are done (§5): the least dose, 70 % cadence, what is moderate in its easier variant. */
export const firstStanding = (routine: Routine): Standing => ({
  level: 0,
  adaptations: routine.steps.flatMap(firstAdaptation),
});

/** What a step is made easier by at first; empty where there is nothing to make easier. */
export function firstAdaptation(step: Step): Adaptation[] {
  const isDemanding = step.effort === 'moderate' || step.effort === 'vigorous';
  const easier = isDemanding && step.easier !== undefined;
  if (!easier && !hasCadence(step)) return [];
  return [{ stepId: step.id, easier, cadenceFactor: hasCadence(step) ? firstCadence : 1 }];
}

export const hasCadence = ({ dose }: Step): boolean =>
  'cadencePerMin' in dose && dose.cadencePerMin !== undefined;
