import type { SessionState } from './state.ts';

/** Whether an exercise has reached caution in this session, however often it was begun. */
export const hasReachedCaution = ({ cautionedSteps }: SessionState, stepIndex: number): boolean =>
  cautionedSteps.includes(stepIndex);

/** A step begins at the eased cadence where it, or the exercise before it, has reached caution (§3). */
export const isToBeEased = (state: SessionState, stepIndex: number): boolean =>
  hasReachedCaution(state, stepIndex) ||
  (state.work !== undefined && hasReachedCaution(state, state.work.stepIndex));
