import type { Fact, FactOf, WarningLevel } from '../facts.ts';
import type { Alarm, Episode, SessionState } from '../state.ts';

type GuardFact = Extract<Fact, { type: `warning-${string}` }>;

export function rememberGuard(state: SessionState, fact: GuardFact): SessionState {
  switch (fact.type) {
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

function raised(state: SessionState, { level, atMs, bpm }: FactOf<'warning-raised'>): SessionState {
  const alarm: Alarm = { onsetMs: atMs, peakBpm: bpm, soundedMs: atMs };
  const { guard } = sounded(state, atMs);
  return {
    ...state,
    guard: { ...guard, [level]: alarm },
    episodes: [...state.episodes, { level, onsetMs: atMs, peakBpm: bpm, acknowledged: false }],
  };
}

/** One sound serves both levels: an over that falls to caution is not sounded again at once. */
const sounded = (state: SessionState, soundedMs: number): SessionState =>
  changeAlarm(changeAlarm(state, 'caution', { soundedMs }), 'over', { soundedMs });

function cleared(state: SessionState, fact: FactOf<'warning-cleared'>): SessionState {
  const { [fact.level]: _alarm, ...guard } = state.guard;
  const episodes = state.episodes.map((each) =>
    each.level === fact.level && each.endMs === undefined
      ? { ...each, peakBpm: fact.peakBpm, endMs: fact.atMs }
      : each,
  );
  return { ...state, guard, episodes };
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
