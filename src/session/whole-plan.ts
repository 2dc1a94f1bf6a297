import { cadenceFactorOf } from './adapted-step.ts';
import type { SessionHeader } from './header.ts';
import { type Plan, planOf } from './plan.ts';
import { eased } from './progress.ts';

/** All of a step for this session: its dose at the level, at the person's share of its cadence; empty where there is no such step. */
export function wholePlan(header: SessionHeader, stepIndex: number): Plan {
  const step = header.routine.steps[stepIndex];
  if (step === undefined) return [];
  return eased(planOf(step.dose, header.level), cadenceFactorOf(header, step.id));
}
