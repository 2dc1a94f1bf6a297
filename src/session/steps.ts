import { adaptedStep } from './adapted-step.ts';
import type { EndReason, Fact } from './facts.ts';
import { isRest } from './header.ts';
import { paceAtStart } from './pace-at-start.ts';
import type { Plan } from './plan.ts';
import { eased, isAllButDone, lightened } from './progress.ts';
import type { Posture } from './routine.ts';
import { isOpen } from './routine.ts';
import { needsKey } from './standing.ts';
import type { Phase, SessionState } from './state.ts';
import { stepAfter } from './step-order.ts';
import { restBelowBpm, resumeBelowBpm } from './thresholds.ts';
import { isUnguarded } from './unguarded.ts';
import { wholePlan } from './whole-plan.ts';

/** The first fact of a session, and the one after its baseline; a resting test has nothing after it. */
export function begin(
  state: SessionState,
  { isMeasured = false }: Extract<Phase, { name: 'ready' }>,
): Fact {
  const { routine, rules } = state.header;
  const { atMs } = state;
  if (isRest(state.header)) {
    return isMeasured
      ? { type: 'session-ended', atMs, reason: 'completed' }
      : { type: 'baseline-began', atMs, lengthMs: rules.baselineS * 1000 };
  }
  if (isOpen(routine)) return { type: 'open-began', atMs };
  return routine.baseline && !isMeasured && !isUnguarded(state)
    ? { type: 'baseline-began', atMs, lengthMs: rules.baselineS * 1000 }
    : getReady(state, 0, atMs);
}

type Anew = { readonly isAnew?: boolean | undefined };

/** Getting ready for a step: its first time, anew, or what is left of it after an interruption; or the question whether to. */
export function getReady(
  state: SessionState,
  stepIndex: number,
  atMs: number,
  { isAnew = false }: Anew = {},
): Fact {
  const { rules } = state.header;
  const step = adaptedStep(state.header, stepIndex);
  if (step !== undefined && needsKey(state, step)) {
    return { type: 'standing-asked', atMs, stepIndex, lengthMs: rules.standingAskS * 1000 };
  }
  const lengthMs = getReadyS(state, stepIndex, isAnew) * 1000;
  const plan = isAnew ? freshPlan(state, stepIndex) : planFor(state, stepIndex);
  return { type: 'get-ready-began', atMs, stepIndex, lengthMs, plan: [...plan] };
}

/** The cool-down; where nothing was exercised there is nothing to measure, and the session ends, but never on discomfort. */
export function coolDown(state: SessionState, reason: EndReason, atMs: number): Fact {
  const isNeeded = state.exercised || reason === 'discomfort';
  if (!isNeeded) return { type: 'session-ended', atMs, reason };
  return { type: 'cool-down-began', atMs, reason, lengthMs: state.header.rules.coolDownS * 1000 };
}

/** What follows when an exercise has ended or was interrupted. */
export function afterExercise(
  state: SessionState,
  phase: Extract<Phase, { name: 'between' }>,
): Fact {
  const { stepIndex, outcome, isAnew } = phase;
  const { atMs } = state;
  const { rules, routine } = state.header;
  if (isAnew === true) return getReady(state, stepIndex, atMs, { isAnew });
  if (outcome === 'over') {
    return { type: 'recovery-began', atMs, stepIndex, belowBpm: resumeBelowBpm(state) };
  }
  const belowBpm = restBelowBpm(state);
  if (outcome === 'caution' && !isAllButDone(state.work?.plan ?? [])) {
    const lengthMs = rules.cautionRestS * 1000;
    return { type: 'rest-began', atMs, stepIndex, reason: 'caution', lengthMs, belowBpm };
  }
  const next = stepAfter(state, stepIndex);
  if (next === undefined) return coolDown(state, 'completed', atMs);
  const isStill = routine.steps[next]?.effort === 'still';
  if (isStill || outcome === 'dropped') return getReady(state, next, atMs);
  const lengthMs = (outcome === 'skipped' ? 0 : routine.restSeconds) * 1000;
  return {
    type: 'rest-began',
    atMs,
    stepIndex: next,
    reason: 'planned',
    lengthMs,
    belowBpm,
  };
}

const freshPlan = (state: SessionState, stepIndex: number): Plan =>
  eased(wholePlan(state.header, stepIndex), paceAtStart(state, stepIndex));

/** What is left of an interrupted step, lighter after an over-stop. */
function planFor(state: SessionState, stepIndex: number): Plan {
  const { work, header } = state;
  if (work?.stepIndex !== stepIndex) return freshPlan(state, stepIndex);
  const plan = work.isOverStop ? lightened(work.plan, header.rules.lightenedDose) : work.plan;
  return eased(plan, paceAtStart(state, stepIndex) / work.pace);
}

function getReadyS({ header, work }: SessionState, stepIndex: number, isAnew: boolean): number {
  const { rules } = header;
  const step = adaptedStep(header, stepIndex);
  if (step === undefined) return rules.getReadyS;
  if (work === undefined && stepIndex === 0) return rules.firstGetReadyS;
  if (work?.stepIndex === stepIndex && !isAnew) {
    return changesHeight(step.restPosture, step.posture)
      ? rules.postureChangeS
      : rules.resumeCountdownS;
  }
  const before = adaptedStep(header, work?.stepIndex ?? stepIndex - 1);
  // The rest before a step is in that step's own rest posture.
  const postures = [step.restPosture, before?.posture ?? step.posture];
  const changes = postures.some((posture) => changesHeight(posture, step.posture));
  return changes ? rules.postureChangeS : rules.getReadyS;
}

const changesHeight = (before: Posture, after: Posture): boolean =>
  (before === 'lying') !== (after === 'lying');
