import type { FactOf, Outcome } from '../facts.ts';
import { paceAtStart } from '../pace-at-start.ts';
import type { Phase, SessionState, Work } from '../state.ts';
import { elapsedMs, stoppedWatch } from '../stopwatch.ts';
import { exerciseStopped, overStopCounted, recoveryBegan } from './stops-memory.ts';

type PacingFact = FactOf<
  | 'baseline-began'
  | 'baseline-ended'
  | 'standing-asked'
  | 'standing-allowed'
  | 'went-back'
  | 'pace-changed'
  | 'dose-changed'
  | 'count-corrected'
  | 'get-ready-began'
  | 'exercise-began'
  | 'exercise-eased'
  | 'exercise-ended'
  | 'over-stop-counted'
  | 'rest-began'
  | 'rest-offered'
  | 'rest-prolonged'
  | 'recovery-began'
  | 'open-began'
  | 'cool-down-began'
  | 'cool-down-prolonged'
  | 'session-ended'
>;

export function rememberPacing(state: SessionState, fact: PacingFact): SessionState {
  switch (fact.type) {
    case 'baseline-began':
      return enter(state, { name: 'baseline', lengthMs: fact.lengthMs, readings: [] });
    case 'baseline-ended':
      return baselineEnded(state, fact);
    case 'standing-asked': {
      const { stepIndex, lengthMs } = fact;
      return enter(state, { name: 'ask-to-stand', stepIndex, lengthMs });
    }
    case 'standing-allowed':
      return { ...state, mayStand: true };
    case 'went-back':
      return enter(state, between(fact, 'skipped', true));
    case 'pace-changed': {
      const { plan, pace, intoMs } = fact;
      return { ...state, ...changeWork(state, { plan, pace }), clock: { ranMs: intoMs } };
    }
    case 'dose-changed':
      return { ...state, ...changeWork(state, { plan: fact.plan, doseSteps: fact.steps }) };
    case 'count-corrected':
      return { ...state, ...changeWork(state, { plan: fact.plan }), clock: stoppedWatch };
    case 'get-ready-began': {
      const { stepIndex, lengthMs } = fact;
      return {
        ...enter(state, { name: 'get-ready', stepIndex, lengthMs }),
        work: prepared(state, fact),
      };
    }
    case 'exercise-began':
      return {
        ...enter(state, { name: 'exercise', stepIndex: fact.stepIndex, beganMs: fact.atMs }),
        ...changeWork(state, { plan: fact.plan, isOverStop: false }),
        exercised: true,
      };
    case 'exercise-eased':
      return {
        ...state,
        ...changeWork(state, { plan: fact.plan, pace: easedPace(state) }),
        clock: stoppedWatch,
      };
    case 'exercise-ended':
      return exerciseEnded(state, fact);
    case 'over-stop-counted':
      return overStopCounted(state, fact);
    case 'rest-began': {
      const { stepIndex, reason, lengthMs, belowBpm } = fact;
      const waited = { offers: 0, waitFromMs: lengthMs };
      return enter(state, { name: 'rest', stepIndex, reason, lengthMs, belowBpm, ...waited });
    }
    case 'rest-offered':
      return changeRest(state, { offers: fact.offer });
    case 'rest-prolonged':
      return changeRest(state, { offers: 0, waitFromMs: elapsedMs(state.clock, fact.atMs) });
    case 'recovery-began':
      return recoveryBegan(
        enter(state, { name: 'recovery', stepIndex: fact.stepIndex, belowBpm: fact.belowBpm }),
        fact,
      );
    case 'open-began':
      return { ...enter(state, { name: 'open' }), exercised: true };
    case 'cool-down-began':
      return {
        ...enter(state, { name: 'cool-down', reason: fact.reason, lengthMs: fact.lengthMs }),
        windUp: fact.reason,
      };
    case 'cool-down-prolonged':
      return state.phase.name === 'cool-down'
        ? { ...state, phase: { ...state.phase, isProlonged: true } }
        : state;
    case 'session-ended':
      return enter(state, { name: 'ended', reason: fact.reason });
  }
}

const between = (
  { stepIndex, atMs }: { readonly stepIndex: number; readonly atMs: number },
  outcome: Outcome,
  isAnew = false,
): Phase => ({
  name: 'between',
  stepIndex,
  outcome,
  sinceMs: atMs,
  ...(isAnew && { isAnew }),
});

function baselineEnded(state: SessionState, fact: FactOf<'baseline-ended'>): SessionState {
  const { restingBpm, rmssdMs, isRaised } = fact;
  return {
    ...enter(state, { name: 'ready', isMeasured: true }),
    ...(restingBpm !== undefined && { restingBpm }),
    ...(rmssdMs !== undefined && { rmssdMs }),
    isRaisedAtRest: isRaised,
  };
}

const easedPace = ({ work, header }: SessionState): number =>
  Math.min(work?.pace ?? 1, header.rules.easedCadence);

const enter = (state: SessionState, phase: Phase): SessionState => ({
  ...state,
  phase,
  clock: stoppedWatch,
});

const changeWork = (state: SessionState, change: Partial<Work>): { work?: Work } =>
  state.work === undefined ? {} : { work: { ...state.work, ...change } };

function prepared(state: SessionState, { stepIndex, plan }: FactOf<'get-ready-began'>): Work {
  const { work } = state;
  const doseSteps = work?.stepIndex === stepIndex ? work.doseSteps : 0;
  return { stepIndex, plan, pace: paceAtStart(state, stepIndex), doseSteps, isOverStop: false };
}

function exerciseEnded(state: SessionState, fact: FactOf<'exercise-ended'>): SessionState {
  const ended = enter(state, between(fact, fact.outcome));
  if (state.work?.stepIndex !== fact.stepIndex) return ended;
  const stopped = exerciseStopped(ended, fact, state.phase);
  return { ...stopped, ...changeWork(ended, { plan: fact.remaining, isOverStop: false }) };
}

function changeRest(
  state: SessionState,
  change: Partial<Extract<Phase, { name: 'rest' }>>,
): SessionState {
  return state.phase.name === 'rest' ? { ...state, phase: { ...state.phase, ...change } } : state;
}
