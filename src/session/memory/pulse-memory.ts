import type { FactOf } from '../facts.ts';
import type { Alarm, Guard, SessionState } from '../state.ts';

type PulseFact = FactOf<'measured' | 'link-changed' | 'trust-changed' | 'source-ended'>;

export function rememberPulse(state: SessionState, fact: PulseFact): SessionState {
  switch (fact.type) {
    case 'measured':
      return fact.distrust === undefined
        ? trusted(reached(told(state, fact)), fact)
        : told(state, fact);
    case 'link-changed':
      return linkChanged(state, fact);
    case 'trust-changed':
      return trustChanged(state, fact);
    case 'source-ended':
      return { ...state, sourceEnded: true };
  }
}

function linkChanged(state: SessionState, { atMs, link }: FactOf<'link-changed'>): SessionState {
  const changed = {
    ...state,
    link: link as SessionState['link'],
    ...lowBattery(state, atMs, link),
  };
  if (link.status !== 'lost') return changed;
  const { skinContact: _contact, ...unfelt } = changed;
  return { ...unfelt, cutOffMs: atMs };
}

/** At or below this a cell may end within the week. */
const lowBatteryPercent = 20;

function lowBattery(
  { lowBattery: before }: SessionState,
  atMs: number,
  link: FactOf<'link-changed'>['link'],
): Pick<SessionState, 'lowBattery'> {
  if (before !== undefined || link.status !== 'connected') return {};
  const { batteryPercent: percent } = link;
  return percent === undefined || percent > lowBatteryPercent
    ? {}
    : { lowBattery: { atMs, percent } };
}

/** What a measurement says beside the pulse, believed or not. */
function told(state: SessionState, { skinContact, energyKj }: FactOf<'measured'>): SessionState {
  if (state.skinContact === skinContact && state.energyKj === energyKj) return state;
  const { skinContact: _contact, energyKj: _energy, ...rest } = state;
  return {
    ...rest,
    ...(skinContact !== undefined && { skinContact }),
    ...(energyKj !== undefined && { energyKj }),
  };
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
