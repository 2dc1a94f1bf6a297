import { earliest } from './earliest.ts';
import { stopExercise } from './ending.ts';
import type { Fact } from './facts.ts';
import type { Plan } from './plan.ts';
import { eased, planMs, remainder } from './progress.ts';
import { hasComeDown } from './pulse-mean.ts';
import type { Phase, SessionState, Work } from './state.ts';
import { elapsedMs, reachesAtMs } from './stopwatch.ts';
import { restBelowBpm } from './thresholds.ts';

type Exercise = Extract<Phase, { name: 'exercise' }>;

/** An exercise stops at once in `over`; in `caution`, or on the way there, it is eased, in `caution` then interrupted by a rest; else it ends with its dose. */
export function exerciseDue(state: SessionState, phase: Exercise): Fact | undefined {
  const { work, guard } = state;
  if (guard.over !== undefined) return stopExercise(state, 'over', guard.over.onsetMs);
  if (work === undefined) return undefined;
  return earliest([
    doneDue(state, phase, work.plan),
    isStill(state, phase) ? undefined : cautionDue(state, phase, work),
  ]);
}

function doneDue(state: SessionState, { stepIndex }: Exercise, plan: Plan): Fact | undefined {
  const atMs = planEndsAtMs(state, plan);
  if (atMs === undefined || atMs === Number.POSITIVE_INFINITY) return undefined;
  return { type: 'exercise-ended', atMs, stepIndex, outcome: 'done', remaining: [] };
}

/** A plan that ends in waiting for the pulse ends sooner once the pulse is down; one that a key ends, at last by itself. */
function planEndsAtMs(state: SessionState, plan: Plan): number | undefined {
  const longestMs = planMs(plan);
  const last = plan.at(-1);
  if (last?.kind === 'open') {
    return reachesAtMs(state.clock, state.header.rules.openDoseLimitS * 1000);
  }
  if (last?.kind !== 'settle') return reachesAtMs(state.clock, longestMs);
  const isDown = hasComeDown(state, restBelowBpm(state));
  return reachesAtMs(state.clock, isDown ? longestMs - last.atMostMs + last.atLeastMs : longestMs);
}

function cautionDue(state: SessionState, phase: Exercise, work: Work): Fact | undefined {
  const { guard, header, clock } = state;
  const sinceMs = guard.caution?.onsetMs ?? guard.approach?.sinceMs;
  if (sinceMs === undefined) return undefined;
  if (!isEased(state, work)) {
    const atMs = Math.max(sinceMs, phase.beganMs, state.atMs);
    const left = remainder(work.plan, elapsedMs(clock, atMs));
    const plan = [...eased(left, header.rules.easedCadence / work.pace)];
    return { type: 'exercise-eased', atMs, stepIndex: phase.stepIndex, plan };
  }
  const restMs = cautionRestAtMs(state);
  return restMs === undefined ? undefined : stopExercise(state, 'caution', restMs);
}

/** When caution will interrupt the exercise by a rest, as things stand; undefined where it will not (§3). */
export function cautionRestAtMs(state: SessionState): number | undefined {
  const { phase, work, guard, clock, header } = state;
  if (phase.name !== 'exercise' || guard.caution === undefined) return undefined;
  if (
    work === undefined ||
    !isEased(state, work) ||
    clock.runningSinceMs === undefined ||
    isStill(state, phase)
  ) {
    return undefined;
  }
  const sinceMs = Math.max(guard.caution.onsetMs, phase.beganMs);
  return sinceMs + header.rules.cautionRestAfterS * 1000;
}

const isEased = ({ header }: SessionState, { pace }: Work): boolean =>
  pace <= header.rules.easedCadence + 1e-9;

const isStill = ({ header }: SessionState, { stepIndex }: Exercise): boolean =>
  header.routine.steps[stepIndex]?.effort === 'still';
