import type { Fact } from '../../src/session/facts.ts';
import type { SessionHeader } from '../../src/session/header.ts';
import { type Plan, planOf } from '../../src/session/plan.ts';
import { type Done, doneIn } from './progress-done.ts';

/** What a key alone may bring about; every other plan is automatic. */
export const byKey: readonly Fact['type'][] = ['pace-changed', 'dose-changed', 'count-corrected'];

export const basePlan = (header: SessionHeader, stepIndex: number): Plan => {
  const step = header.routine.steps[stepIndex];
  return step === undefined ? [] : planOf(step.dose, header.level);
};

/** How much a plan asks for in all, and its fastest cadence. */
export function extent(plan: Plan): Done & { cadencePerMin: number } {
  const { reps, ms } = doneIn(plan, Number.MAX_SAFE_INTEGER);
  const cadences = plan.map((each) => ('cadencePerMin' in each ? (each.cadencePerMin ?? 0) : 0));
  return { cadencePerMin: Math.max(0, ...cadences), reps, ms };
}
