import type { FactOf } from '../facts.ts';
import type { Alarm, Guard, SessionState } from '../state.ts';

type PulseFact = FactOf<'measured' | 'link-changed' | 'trust-changed' | 'source-ended'>;

export function rememberPulse(state: SessionState, fact: PulseFact): SessionState {
  switch (fact.type) {
    case 'measured':
      return fact.distrust === undefined ? trusted(reached(state), fact) : state;
    case 'link-changed':
      return linkChanged(state, fact);
    case 'trust-changed':
      return trustChanged(state, fact);
    case 'source-ended':
      return { ...state, sourceEnded: true };
  }
}

function linkChanged(state: SessionState, { atMs, link }: FactOf<'link-changed'>): SessionState {
  const changed = { ...state, link: link as SessionState['link'] };
  return link.status === 'lost' ? { ...changed, cutOffMs: atMs } : changed;
}

function reached(state: SessionState): SessionState {
  if (state.cutOffMs === undefined) return state;
  const { cutOffMs: _cutOff, ...linked } = state;
  return linked;
}

function trusted(state: SessionState, { atMs, bpm }: FactOf<'measured'>): SessionState {
  const { rules } = state.header;
  const keptMs = Math.max(rules.trendOverS, rules.meanOverS) * 1000;
  const { hold } = state;
  return {
    ...state,
    pulse: { atMs, bpm },
    trustedSinceMs: state.trustedSinceMs ?? atMs,
    recent: [...state.recent.filter((each) => each.atMs > atMs - keptMs), { atMs, bpm }],
    guard: felt(state, atMs, bpm),
    ...(hold && { hold: { ...hold, trustedMeasurements: hold.trustedMeasurements + 1 } }),
  };
}

function felt({ guard, header }: SessionState, atMs: number, bpm: number): Guard {
  const { limits, rules } = header;
  const { caution, over } = guard;
  return {
    ...(caution && { caution: heard(caution, atMs, bpm, limits.cautionBpm - rules.clearBelowBpm) }),
    ...(over && { over: heard(over, atMs, bpm, limits.limitBpm - rules.clearBelowBpm) }),
    ...(bpm > limits.limitBpm && { aboveLimitSinceMs: guard.aboveLimitSinceMs ?? atMs }),
  };
}

function heard(alarm: Alarm, atMs: number, bpm: number, clearBpm: number): Alarm {
  const { downSinceMs, ...rest } = alarm;
  return {
    ...rest,
    peakBpm: Math.max(alarm.peakBpm, bpm),
    ...(bpm <= clearBpm && { downSinceMs: downSinceMs ?? atMs }),
  };
}

function trustChanged(state: SessionState, { trust, atMs }: FactOf<'trust-changed'>): SessionState {
  const changed = { ...state, trust, trustSinceMs: atMs };
  if (trust === 'live') return changed;
  const { trustedSinceMs: _since, ...broken } = changed;
  const untimed = { ...broken, guard: withoutTimers(state.guard), recent: [] };
  if (trust === 'late') return untimed;
  const { pulse: _pulse, hold, ...unknown } = untimed;
  return hold === undefined ? unknown : { ...unknown, hold: { ...hold, trustedMeasurements: 0 } };
}

/** Any stretch without trusted values starts the guard's hold timers anew (§1). */
function withoutTimers({ caution, over }: Guard): Guard {
  return { ...(caution && { caution: untimed(caution) }), ...(over && { over: untimed(over) }) };
}

function untimed({ downSinceMs: _downSince, ...alarm }: Alarm): Alarm {
  return alarm;
}
