import type { FactOf, Outcome } from '../facts.ts';
import type { Phase, SessionState, Work } from '../state.ts';
import { elapsedMs, stoppedWatch } from '../stopwatch.ts';

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
        ...changeWork(state, { plan: fact.plan, overStop: 'none' }),
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
      return overStopCounted(state, fact.stepIndex);
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
      return enter(state, { name: 'recovery', stepIndex: fact.stepIndex, belowBpm: fact.belowBpm });
    case 'open-began':
      return { ...enter(state, { name: 'open' }), exercised: true };
    case 'cool-down-began':
      return {
        ...enter(state, { name: 'cool-down', reason: fact.reason, lengthMs: fact.lengthMs }),
        windUp: fact.reason,
      };
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

function prepared(state: SessionState, fact: FactOf<'get-ready-began'>): Work {
  const { stepIndex, plan } = fact;
  const { work, phase } = state;
  if (work?.stepIndex !== stepIndex) {
    const pace = work?.reachedCaution === true ? state.header.rules.easedCadence : 1;
    const fresh = { reachedCaution: false, overStops: 0, overStop: 'none' as const };
    return { stepIndex, plan, pace, doseSteps: 0, ...fresh, briefStops: 0 };
  }
  const isOverStop = work.overStop === 'counted';
  const briefStops = work.briefStops + Number(phase.name === 'recovery' && !isOverStop);
  const pace = work.reachedCaution ? easedPace(state) : Math.min(1, work.pace);
  return { ...work, plan, pace, overStop: 'none', briefStops };
}

function exerciseEnded(state: SessionState, fact: FactOf<'exercise-ended'>): SessionState {
  const { stepIndex, outcome, atMs, remaining } = fact;
  const { phase, work } = state;
  const ended = enter(state, between(fact, outcome));
  if (work?.stepIndex !== stepIndex) return ended;
  const reachedCaution =
    state.guard.caution !== undefined ||
    (phase.name === 'exercise' &&
      state.episodes.some((each) => (each.endMs ?? atMs) >= phase.beganMs));
  return {
    ...ended,
    ...changeWork(state, {
      plan: remaining,
      reachedCaution: work.reachedCaution || reachedCaution,
      overStop: outcome === 'over' ? 'pending' : 'none',
    }),
  };
}

function overStopCounted(state: SessionState, stepIndex: number): SessionState {
  return {
    ...state,
    ...changeWork(state, { overStops: (state.work?.overStops ?? 0) + 1, overStop: 'counted' }),
    overStoppedSteps: [...new Set([...state.overStoppedSteps, stepIndex])],
  };
}

function changeRest(
  state: SessionState,
  change: Partial<Extract<Phase, { name: 'rest' }>>,
): SessionState {
  return state.phase.name === 'rest' ? { ...state, phase: { ...state.phase, ...change } } : state;
}
