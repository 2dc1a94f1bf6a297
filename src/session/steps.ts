import { adaptedStep } from './adapted-step.ts';
import type { EndReason, Fact } from './facts.ts';
import type { Plan } from './plan.ts';
import { eased, lightened } from './progress.ts';
import type { Posture, Step } from './routine.ts';
import { isOpen } from './routine.ts';
import type { Phase, SessionState } from './state.ts';
import { restBelowBpm, resumeBelowBpm } from './thresholds.ts';
import { wholePlan } from './whole-plan.ts';

/** The first fact of a session. */
export function begin(state: SessionState): Fact {
  return isOpen(state.header.routine)
    ? { type: 'open-began', atMs: 0 }
    : getReady(state, 0, state.atMs);
}

/** Getting ready for a step: its first time, or what is left of it after an interruption. */
export function getReady(state: SessionState, stepIndex: number, atMs: number): Fact {
  const lengthMs = getReadyS(state, stepIndex) * 1000;
  return {
    type: 'get-ready-began',
    atMs,
    stepIndex,
    lengthMs,
    plan: [...planFor(state, stepIndex)],
  };
}

/** The cool-down; where nothing was exercised there is nothing to measure, and the session ends. */
export function coolDown(state: SessionState, reason: EndReason, atMs: number): Fact {
  if (!state.exercised) return { type: 'session-ended', atMs, reason };
  return { type: 'cool-down-began', atMs, reason, lengthMs: state.header.rules.coolDownS * 1000 };
}

/** What follows when an exercise has ended or was interrupted. */
export function afterExercise(
  state: SessionState,
  phase: Extract<Phase, { name: 'between' }>,
): Fact {
  const { stepIndex, outcome } = phase;
  const { atMs } = state;
  const { rules, routine } = state.header;
  if (outcome === 'over') {
    return { type: 'recovery-began', atMs, stepIndex, belowBpm: resumeBelowBpm(state) };
  }
  const belowBpm = restBelowBpm(state);
  if (outcome === 'caution') {
    const lengthMs = rules.cautionRestS * 1000;
    return { type: 'rest-began', atMs, stepIndex, reason: 'caution', lengthMs, belowBpm };
  }
  const next = routine.steps[stepIndex + 1];
  if (next === undefined) return coolDown(state, 'completed', atMs);
  if (next.effort === 'still' || outcome === 'dropped') return getReady(state, stepIndex + 1, atMs);
  const lengthMs = (outcome === 'done' ? routine.restSeconds : 0) * 1000;
  return {
    type: 'rest-began',
    atMs,
    stepIndex: stepIndex + 1,
    reason: 'planned',
    lengthMs,
    belowBpm,
  };
}

function planFor(state: SessionState, stepIndex: number): Plan {
  const { work, header } = state;
  const { easedCadence, lightenedDose } = header.rules;
  if (work?.stepIndex !== stepIndex) {
    const plan = wholePlan(header, stepIndex);
    return work?.reachedCaution === true ? eased(plan, easedCadence) : plan;
  }
  if (work.overStop !== 'counted') return work.plan;
  const lighter = lightened(work.plan, lightenedDose);
  return work.eased ? lighter : eased(lighter, easedCadence);
}

function getReadyS({ header, work }: SessionState, stepIndex: number): number {
  const { rules } = header;
  const step = adaptedStep(header, stepIndex);
  const before = adaptedStep(header, stepIndex - 1);
  const isFirst = stepIndex === 0 && work === undefined;
  if (isFirst) return rules.firstGetReadyS;
  if (work?.stepIndex === stepIndex) return rules.resumeCountdownS;
  return step !== undefined && before !== undefined && changesHeight(before, step)
    ? rules.postureChangeS
    : rules.getReadyS;
}

const changesHeight = (before: Step, after: Step): boolean =>
  isLying(before.posture) !== isLying(after.posture);

const isLying = (posture: Posture): boolean => posture === 'lying';
