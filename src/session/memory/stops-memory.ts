import type { FactOf } from '../facts.ts';
import type { Phase, SessionState } from '../state.ts';

/** What an exercise leaves behind when it ends or is interrupted: whether it reached caution, and a stop that may yet count. */
export function exerciseStopped(
  state: SessionState,
  { stepIndex, outcome, atMs }: FactOf<'exercise-ended'>,
  phase: Phase,
): SessionState {
  const reachedCaution =
    state.guard.caution !== undefined ||
    (phase.name === 'exercise' &&
      state.episodes.some((each) => (each.endMs ?? atMs) >= phase.beganMs));
  return {
    ...state,
    ...(reachedCaution && { cautionedSteps: withStep(state.cautionedSteps, stepIndex) }),
    ...(outcome === 'over' && { pendingOverStop: { stepIndex } }),
  };
}

export function overStopCounted(
  state: SessionState,
  { stepIndex }: FactOf<'over-stop-counted'>,
): SessionState {
  const { work } = state;
  return {
    ...withoutPendingStop(state),
    overStops: [...state.overStops, stepIndex],
    ...(work?.stepIndex === stepIndex && { work: { ...work, isOverStop: true } }),
  };
}

export const recoveryBegan = (
  state: SessionState,
  { stepIndex }: FactOf<'recovery-began'>,
): SessionState => ({ ...state, recoveries: [...state.recoveries, stepIndex] });

export function withoutPendingStop(state: SessionState): SessionState {
  const { pendingOverStop: _pending, ...rest } = state;
  return rest;
}

const withStep = (steps: readonly number[], stepIndex: number): readonly number[] =>
  steps.includes(stepIndex) ? steps : [...steps, stepIndex];
