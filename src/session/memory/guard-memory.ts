import type { Fact, FactOf, WarningLevel } from '../facts.ts';
import type { Alarm, Episode, Guard, SessionState } from '../state.ts';
import { withoutPendingStop } from './stops-memory.ts';

type GuardFact = Extract<
  Fact,
  { type: `warning-${string}` | `approach-${string}` | 'limits-changed' }
>;

export function rememberGuard(state: SessionState, fact: GuardFact): SessionState {
  switch (fact.type) {
    case 'limits-changed':
      return limitsChanged(state, fact);
    case 'approach-noticed':
      return { ...state, guard: { ...state.guard, approach: { sinceMs: fact.atMs } } };
    case 'approach-cleared': {
      const { approach: _approach, ...guard } = state.guard;
      return { ...state, guard };
    }
    case 'warning-raised':
      return raised(state, fact);
    case 'warning-repeated':
      return sounded(state, fact.atMs);
    case 'warning-acknowledged':
      return {
        ...changeAlarm(state, fact.level, { silentUntilMs: fact.silentUntilMs }),
        episodes: changeEpisodes(state, fact.level, { acknowledged: true }),
      };
    case 'warning-cleared':
      return cleared(state, fact);
  }
}

function limitsChanged(state: SessionState, fact: FactOf<'limits-changed'>): SessionState {
  const { atMs, limits, belowBpm } = fact;
  const { phase } = state;
  const waits = phase.name === 'rest' || phase.name === 'recovery';
  return {
    ...state,
    limits,
    ...(limits.cautionBpm > state.limits.cautionBpm && { limitsRaisedMs: atMs }),
    guard: withoutTimers(state.guard),
    phase: waits && belowBpm !== undefined ? { ...phase, belowBpm } : phase,
  };
}

function raised(state: SessionState, { level, atMs, bpm }: FactOf<'warning-raised'>): SessionState {
  const alarm: Alarm = { onsetMs: atMs, peakBpm: bpm, soundedMs: atMs };
  const { approach: _approach, ...guard } = sounded(state, atMs).guard;
  return {
    ...state,
    guard: { ...guard, [level]: alarm },
    episodes: [...state.episodes, { level, onsetMs: atMs, peakBpm: bpm, acknowledged: false }],
  };
}

/** One sound serves both levels: an over that falls to caution is not sounded again at once. */
const sounded = (state: SessionState, soundedMs: number): SessionState =>
  changeAlarm(changeAlarm(state, 'caution', { soundedMs }), 'over', { soundedMs });

function cleared(before: SessionState, fact: FactOf<'warning-cleared'>): SessionState {
  const state = fact.level === 'over' ? withoutPendingStop(before) : before;
  const { [fact.level]: _alarm, ...guard } = state.guard;
  const episodes = state.episodes.map((each) =>
    each.level === fact.level && each.endMs === undefined
      ? { ...each, peakBpm: fact.peakBpm, endMs: fact.atMs }
      : each,
  );
  return { ...state, guard, episodes };
}

/** What the hold timers counted is void; the alarms stand. */
export function withoutTimers({ caution, over }: Guard): Guard {
  return { ...(caution && { caution: untimed(caution) }), ...(over && { over: untimed(over) }) };
}

function untimed({ downSinceMs: _downSince, ...alarm }: Alarm): Alarm {
  return alarm;
}

function changeAlarm(
  state: SessionState,
  level: WarningLevel,
  change: Partial<Alarm>,
): SessionState {
  const alarm = state.guard[level];
  if (alarm === undefined) return state;
  return { ...state, guard: { ...state.guard, [level]: { ...alarm, ...change } } };
}

const changeEpisodes = (
  state: SessionState,
  level: WarningLevel,
  change: Partial<Episode>,
): readonly Episode[] =>
  state.episodes.map((each) => (each.level === level ? { ...each, ...change } : each));
