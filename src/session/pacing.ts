import { baselineDue } from './baseline.ts';
import { coolDownDue } from './cool-down.ts';
import { earliest } from './earliest.ts';
import { stopExercise } from './ending.ts';
import { exerciseDue } from './exercise.ts';
import type { Fact } from './facts.ts';
import { isEnoughForToday, overStopDue } from './over-stops.ts';
import { recoveryDue } from './recovery.ts';
import { restDue } from './rest.ts';
import { askDue } from './standing.ts';
import type { SessionState } from './state.ts';
import { afterExercise, begin, coolDown } from './steps.ts';
import { reachesAtMs } from './stopwatch.ts';
import { resumeBelowBpm } from './thresholds.ts';
import { mayMove } from './unguarded.ts';

/** What the pace of the routine brings next (§3). */
export function pacingDue(state: SessionState): Fact | undefined {
  const { phase } = state;
  const isWoundUp = phase.name === 'cool-down' && phase.reason === state.windUp;
  if (state.windUp !== undefined && !isWoundUp) {
    return stopExercise(state, 'stopped', state.atMs) ?? coolDown(state, state.windUp, state.atMs);
  }
  if (phase.name !== 'cool-down' && isEnoughForToday(state)) {
    return coolDown(state, 'enough-for-today', state.atMs);
  }
  return earliest([overStopDue(state), phaseDue(state)]);
}

function phaseDue(state: SessionState): Fact | undefined {
  const { phase } = state;
  switch (phase.name) {
    case 'ready':
      return begin(state, phase);
    case 'baseline':
      return baselineDue(state, phase);
    case 'ask-to-stand':
      return askDue(state, phase);
    case 'get-ready':
      return getReadyDue(state, phase);
    case 'exercise':
      return exerciseDue(state, phase);
    case 'between':
      return afterExercise(state, phase);
    case 'rest':
      return restDue(state, phase);
    case 'recovery':
      return recoveryDue(state, phase);
    case 'cool-down':
      return coolDownDue(state, phase);
    default:
      return undefined;
  }
}

function getReadyDue(
  state: SessionState,
  phase: Extract<SessionState['phase'], { name: 'get-ready' }>,
): Fact | undefined {
  const { stepIndex } = phase;
  if (state.guard.over !== undefined) {
    return { type: 'recovery-began', atMs: state.atMs, stepIndex, belowBpm: resumeBelowBpm(state) };
  }
  const atMs = reachesAtMs(state.clock, phase.lengthMs);
  if (atMs === undefined || !mayMove(state)) return undefined;
  return { type: 'exercise-began', atMs, stepIndex, plan: [...(state.work?.plan ?? [])] };
}
