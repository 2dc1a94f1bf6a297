import { isRest } from '../session/header.ts';
import type { Plan, Segment } from '../session/plan.ts';
import { segmentMs } from '../session/progress.ts';
import { isOpen } from '../session/routine.ts';
import type { SessionState } from '../session/state.ts';
import { elapsedMs } from '../session/stopwatch.ts';
import { wholePlan } from '../session/whole-plan.ts';

/** What is left in ms: of the minutes that were asked for, or of the routine where it ends before. Undefined where only a key ends it. */
export function timeLeftMs(state: SessionState, atMs: number): number | undefined {
  const routineMs = routineLeftMs(state, atMs);
  const { minutes } = state.header;
  // What was asked for is over where the cool-down has begun.
  const isOver = state.phase.name === 'cool-down' || state.phase.name === 'ended';
  if (minutes === undefined || isOver) return routineMs;
  return Math.min(routineMs ?? Number.POSITIVE_INFINITY, Math.max(0, minutes * 60_000 - atMs));
}

/**
 * An estimate in ms of what is left if the pulse stays easy: doses, planned rests, getting ready, cool-down. Undefined
 * where only a key ends it.
 */
function routineLeftMs(state: SessionState, atMs: number): number | undefined {
  const { phase, header, clock } = state;
  const intoMs = elapsedMs(clock, atMs);
  const coolDownMs = header.rules.coolDownS * 1000;
  switch (phase.name) {
    case 'open':
      return undefined;
    case 'ended':
      return 0;
    case 'cool-down':
      return phase.isProlonged === true ? undefined : Math.max(0, phase.lengthMs - intoMs);
    case 'baseline':
      if (isRest(header)) return Math.max(0, phase.lengthMs - intoMs);
      return finite(Math.max(0, phase.lengthMs - intoMs) + stepsMs(state, 0) + coolDownMs);
    case 'ready':
      return isOpen(header.routine) ? undefined : finite(stepsMs(state, 0) + coolDownMs);
    default: {
      const later = stepsMs(state, phase.stepIndex + 1) + coolDownMs;
      return finite(Math.max(0, thisStepMs(state) - intoMs) + later);
    }
  }
}

const finite = (ms: number): number | undefined => (Number.isFinite(ms) ? ms : undefined);

/** The step at hand from the beginning of its present phase. */
function thisStepMs(state: SessionState): number {
  const { phase, work, header } = state;
  const readyMs = header.rules.getReadyS * 1000;
  switch (phase.name) {
    case 'get-ready':
      return phase.lengthMs + likelyMs(work?.plan ?? []);
    case 'exercise':
      return likelyMs(work?.plan ?? []);
    case 'rest':
      return phase.lengthMs + readyMs + likelyMs(planAt(state, phase.stepIndex));
    case 'recovery':
      return 60_000 + readyMs + likelyMs(work?.plan ?? []);
    default:
      return 0;
  }
}

function planAt(state: SessionState, stepIndex: number): Plan {
  if (state.work?.stepIndex === stepIndex) return state.work.plan;
  return wholePlan(state.header, stepIndex);
}

function stepsMs({ header }: SessionState, fromIndex: number): number {
  const { routine, rules } = header;
  return routine.steps.slice(fromIndex).reduce((sum, step, index) => {
    const isRestBefore = step.effort !== 'still' && fromIndex + index > 0;
    const restMs = isRestBefore ? routine.restSeconds * 1000 : 0;
    return sum + restMs + rules.getReadyS * 1000 + likelyMs(wholePlan(header, fromIndex + index));
  }, 0);
}

const likelyMs = (plan: Plan): number => plan.reduce((sum, each) => sum + likelySegmentMs(each), 0);

const likelySegmentMs = (segment: Segment): number =>
  segment.kind === 'settle' ? segment.atLeastMs : segmentMs(segment);

/** `about 8 min left`, or under a minute `under 1 min left`. */
export function timeLeftText(ms: number): string {
  return ms < 60_000 ? 'under 1 min left' : `about ${Math.round(ms / 60_000)} min left`;
}
