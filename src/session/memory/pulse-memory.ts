import type { HeartRateMeasurement } from '../../../devices/heart-rate-measurement.ts';
import { isPlausibleBpm } from '../distrust.ts';
import type { FactOf } from '../facts.ts';
import { samenessOf } from '../frozen.ts';
import type { Alarm, Guard, Phase, SessionState } from '../state.ts';
import { elapsedMs } from '../stopwatch.ts';
import { withoutTimers } from './guard-memory.ts';

type PulseFact = FactOf<'measured' | 'link-changed' | 'trust-changed' | 'source-ended'>;

export function rememberPulse(state: SessionState, fact: PulseFact): SessionState {
  switch (fact.type) {
    case 'measured':
      return measured(told(state, fact), fact);
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

function measured(state: SessionState, fact: FactOf<'measured'>): SessionState {
  const isTrusted = fact.distrust === undefined;
  return {
    ...settled(state, isTrusted),
    ...receivedFrom(state, fact),
    ...(isTrusted ? trusted(state, fact) : suspected(fact)),
  };
}

/** The cut-off is over, and with a trusted value the suspicion. To leave a field out is slow, so only where it is there. */
function settled(state: SessionState, isTrusted: boolean): SessionState {
  const doubted = isTrusted && state.suspect !== undefined;
  if (state.cutOffMs === undefined && !doubted) return state;
  const { cutOffMs: _cutOff, suspect, ...rest } = state;
  return isTrusted || suspect === undefined ? rest : { ...rest, suspect };
}

function receivedFrom(
  state: SessionState,
  fact: FactOf<'measured'>,
): Pick<SessionState, 'received' | 'rrSeen'> {
  const { type: _type, atMs, distrust, ...kept } = fact;
  const measurement = kept as HeartRateMeasurement;
  const since = distrust && {
    distrust,
    distrustedSinceMs: state.received?.distrustedSinceMs ?? atMs,
  };
  return {
    received: { atMs, measurement, ...since, ...samenessOf(state, measurement, atMs) },
    rrSeen: state.rrSeen || fact.rrIntervalsMs.length > 0,
  };
}

function suspected({ atMs, bpm, distrust }: FactOf<'measured'>): Pick<SessionState, 'suspect'> {
  const isJump = distrust === 'implausible' && isPlausibleBpm(bpm);
  return isJump ? { suspect: { atMs, bpm } } : {};
}

function trusted(state: SessionState, fact: FactOf<'measured'>): Partial<SessionState> {
  const { atMs, bpm } = fact;
  const { rules } = state.header;
  const keptMs = Math.max(rules.trendOverS, rules.meanOverS) * 1000;
  const { hold } = state;
  return {
    pulse: { atMs, bpm },
    trustedSinceMs: state.trustedSinceMs ?? atMs,
    recent: [...state.recent.filter((each) => each.atMs > atMs - keptMs), { atMs, bpm }],
    guard: felt(state, atMs, bpm),
    phase: withReading(state, fact),
    ...(hold && { hold: { ...hold, trustedMeasurements: hold.trustedMeasurements + 1 } }),
  };
}

/** Nothing is read at rest while the clock stands: in a pause a person may move. */
function withReading({ phase, clock }: SessionState, fact: FactOf<'measured'>): Phase {
  if (phase.name !== 'baseline' || clock.runningSinceMs === undefined) return phase;
  const { atMs, bpm, rrIntervalsMs } = fact;
  const ranMs = elapsedMs(clock, atMs);
  return { ...phase, readings: [...phase.readings, { atMs, bpm, rrIntervalsMs, ranMs }] };
}

function felt({ guard, header, limits }: SessionState, atMs: number, bpm: number): Guard {
  const { rules } = header;
  const { caution, over, approach } = guard;
  return {
    ...(caution && { caution: heard(caution, atMs, bpm, limits.cautionBpm - rules.clearBelowBpm) }),
    ...(over && { over: heard(over, atMs, bpm, limits.limitBpm - rules.clearBelowBpm) }),
    ...(approach && { approach }),
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
  // Any stretch without trusted values starts the guard's hold timers anew (§1).
  const untimed = { ...broken, guard: withoutTimers(state.guard), recent: [] };
  if (trust === 'late') return untimed;
  const { pulse: _pulse, hold, ...unknown } = untimed;
  return hold === undefined ? unknown : { ...unknown, hold: { ...hold, trustedMeasurements: 0 } };
}
