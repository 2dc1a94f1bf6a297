import { baselineEnded } from './baseline.ts';
import { endReason } from './cool-down.ts';
import { enter } from './door.ts';
import { limitsDoor } from './doors/limits.ts';
import { endAtOnce, stopExercise } from './ending.ts';
import { discomfortSchema, type Fact, type Key, type WarningLevel } from './facts.ts';
import { respondToPaceKey } from './pace-keys.ts';
import { remainder } from './progress.ts';
import { notStood } from './standing.ts';
import type { SessionState } from './state.ts';
import { stepBefore } from './step-order.ts';
import { getReady } from './steps.ts';
import { belowBpmNow } from './thresholds.ts';
import { timeUp } from './time-up.ts';

type Pressed = { readonly atMs: number; readonly key: Key };

/** What a key brings about in the turn it is pressed; a key that means nothing at the moment brings nothing. */
export function respondToKey(state: SessionState, { atMs, key }: Pressed): Fact[] {
  switch (key) {
    case 'acknowledge':
      return acknowledged(state, atMs);
    case 'limits-raise':
      return limitsMoved(state, atMs, state.header.rules.limitStepBpm);
    case 'limits-lower':
      return limitsMoved(state, atMs, -state.header.rules.limitStepBpm);
    case 'pause':
      return [{ type: state.paused === undefined ? 'paused' : 'resumed', atMs }];
    case 'next':
      return next(state, atMs);
    case 'back':
      return back(state, atMs);
    case 'stand-anyway':
      return state.phase.name === 'ask-to-stand'
        ? [
            { type: 'standing-allowed', atMs },
            getReady({ ...state, mayStand: true }, state.phase.stepIndex, atMs),
          ]
        : [];
    case 'more':
    case 'less':
    case 'dose-more':
    case 'dose-less':
    case 'count-up':
    case 'count-down':
      return respondToPaceKey(state, key, atMs);
    case 'discomfort':
      return state.discomfort === undefined
        ? [{ type: 'discomfort-reported', atMs }, ...resumed(state, atMs)]
        : [];
    case 'rest-on':
      return state.phase.name === 'rest' && state.phase.offers > 0
        ? [{ type: 'rest-prolonged', atMs }]
        : [];
    case 'cool-down':
      return state.phase.name === 'rest' && state.phase.offers > 0
        ? [{ type: 'end-confirmed', atMs }, ...resumed(state, atMs)]
        : [];
    case 'stop':
      return endAtOnce(state, endReason(state, 'stopped'), atMs);
    case 'time-up':
      return timeUp(state, atMs);
    case 'end':
      return end(state, atMs);
    case 'carry-on':
      return state.endAskedMs === undefined ? [] : [{ type: 'end-withdrawn', atMs }];
    default:
      return explained(state, atMs, key);
  }
}

function acknowledged(state: SessionState, atMs: number): Fact[] {
  const silentUntilMs = atMs + state.header.rules.acknowledgedSilenceS * 1000;
  const open = new Set(
    state.episodes.filter((each) => !each.acknowledged).map((each) => each.level),
  );
  const levels: WarningLevel[] = ['caution', 'over'];
  return levels
    .filter((level) => open.has(level) || state.guard[level] !== undefined)
    .map((level) => ({ type: 'warning-acknowledged', atMs, level, silentUntilMs }));
}

/** Both limits together, so that the span between them stays, and what a rest waits for with them; out of bounds nothing moves. */
function limitsMoved(state: SessionState, atMs: number, byBpm: number): Fact[] {
  const { limits } = state;
  const moved = enter(limitsDoor, {
    cautionBpm: limits.cautionBpm + byBpm,
    limitBpm: limits.limitBpm + byBpm,
    cautionOrigin: 'key',
    limitOrigin: 'key',
  });
  if (!moved.success) return [];
  const belowBpm = belowBpmNow({ ...state, limits: moved.data });
  const rest = belowBpm !== undefined && { belowBpm };
  return [{ type: 'limits-changed', atMs, limits: moved.data, ...rest }];
}

function next(state: SessionState, atMs: number): Fact[] {
  const { phase, work } = state;
  switch (phase.name) {
    case 'baseline':
      return [baselineEnded(state, phase, atMs)];
    case 'ask-to-stand':
      return [notStood(state, phase.stepIndex, atMs)];
    case 'rest':
      return [getReady(state, phase.stepIndex, atMs)];
    case 'exercise':
      return [stopExercise(state, 'skipped', atMs)].filter((fact) => fact !== undefined);
    case 'get-ready':
    case 'recovery': {
      const remaining = [...remainder(work?.plan ?? [], 0)];
      const { stepIndex } = phase;
      return [{ type: 'exercise-ended', atMs, stepIndex, outcome: 'skipped', remaining }];
    }
    default:
      return [];
  }
}

/** To the exercise before that has not been given up, from its beginning. */
function back(state: SessionState, atMs: number): Fact[] {
  const { phase } = state;
  const stepIndex = 'stepIndex' in phase ? stepBefore(state, phase.stepIndex) : undefined;
  if (stepIndex === undefined) return [];
  const stopped = stopExercise(state, 'skipped', atMs);
  const wentBack: Fact = { type: 'went-back', atMs, stepIndex };
  return stopped === undefined ? [wentBack] : [stopped, wentBack];
}

function end(state: SessionState, atMs: number): Fact[] {
  const { phase, endAskedMs, header } = state;
  if (phase.name === 'cool-down') {
    return [{ type: 'session-ended', atMs, reason: endReason(state, phase.reason) }];
  }
  const isAsked =
    endAskedMs !== undefined && atMs - endAskedMs <= header.rules.endConfirmationS * 1000;
  if (!isAsked) return [{ type: 'end-asked', atMs }];
  return [{ type: 'end-confirmed', atMs }, ...resumed(state, atMs)];
}

const resumed = (state: SessionState, atMs: number): Fact[] =>
  state.paused === undefined ? [] : [{ type: 'resumed', atMs }];

function explained(state: SessionState, atMs: number, key: Key): Fact[] {
  const reason = discomfortSchema.safeParse(key);
  if (!reason.success || state.discomfort === undefined) return [];
  return state.discomfort.reason === undefined
    ? [{ type: 'discomfort-explained', atMs, reason: reason.data }]
    : [];
}
