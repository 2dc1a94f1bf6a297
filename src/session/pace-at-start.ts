import type { SessionState } from './state.ts';

/** Whether an exercise has reached caution in this session, however often it was begun. */
const hasReachedCaution = ({ cautionedSteps }: SessionState, stepIndex: number): boolean =>
  cautionedSteps.includes(stepIndex);

/**
 * The cadence a step begins at, anew or for what is left of it, as a share of the plan's: never faster than planned, and
 * eased once it, or the exercise before it, has reached caution (§3).
 */
export function paceAtStart(state: SessionState, stepIndex: number): number {
  const { easedCadence } = state.header.rules;
  const { work } = state;
  if (work?.stepIndex !== stepIndex) return isToBeEased(state, stepIndex) ? easedCadence : 1;
  return Math.min(hasReachedCaution(state, stepIndex) ? easedCadence : 1, work.pace);
}

const isToBeEased = (state: SessionState, stepIndex: number): boolean =>
  hasReachedCaution(state, stepIndex) ||
  (state.work !== undefined && hasReachedCaution(state, state.work.stepIndex));
