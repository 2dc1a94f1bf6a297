import type { Fact, WarningLevel } from './facts.ts';
import { trendBpmPerS } from './pulse-mean.ts';
import type { Alarm, SessionState } from './state.ts';
import { isKnown } from './trust.ts';

/** The warning at caution and limit (§2): raised by the first trusted value, left only after a hold below, repeated in between. */
export function guardDue(state: SessionState): Fact | undefined {
  return raiseDue(state) ?? clearDue(state) ?? repeatDue(state);
}

function raiseDue({ pulse, guard, header }: SessionState): Fact | undefined {
  if (pulse === undefined) return undefined;
  const { atMs, bpm } = pulse;
  if (guard.caution === undefined && bpm >= header.limits.cautionBpm) {
    return { type: 'warning-raised', atMs, level: 'caution', bpm };
  }
  if (guard.over === undefined && bpm > header.limits.limitBpm) {
    return { type: 'warning-raised', atMs, level: 'over', bpm };
  }
  return undefined;
}

function clearDue(state: SessionState): Fact | undefined {
  const { over, caution } = state.guard;
  if (over !== undefined) return clear(state, 'over', over);
  return caution && clear(state, 'caution', caution);
}

function clear(state: SessionState, level: WarningLevel, alarm: Alarm): Fact | undefined {
  const { pulse } = state;
  if (pulse === undefined || alarm.downSinceMs === undefined) return undefined;
  if (pulse.atMs - alarm.downSinceMs < state.header.rules.clearAfterS * 1000) return undefined;
  const { onsetMs, peakBpm } = alarm;
  return { type: 'warning-cleared', atMs: pulse.atMs, level, onsetMs, peakBpm, bpm: pulse.bpm };
}

function repeatDue(state: SessionState): Fact | undefined {
  const { guard, pulse, trust } = state;
  const level: WarningLevel = guard.over === undefined ? 'caution' : 'over';
  const alarm = guard[level];
  if (alarm === undefined) return undefined;
  if (level === 'caution' && (isQuiet(state) || !isKnown(trust))) return undefined;
  const { cautionRepeatS, overRepeatS } = state.header.rules;
  const everyMs = (level === 'over' ? overRepeatS : cautionRepeatS) * 1000;
  const atMs = Math.max(alarm.soundedMs + everyMs, alarm.silentUntilMs ?? 0);
  return { type: 'warning-repeated', atMs, level, ...(pulse && { bpm: pulse.bpm }) };
}

/** A paused caution is silent; so is one that falls while nothing is exercised. */
function isQuiet(state: SessionState): boolean {
  if (state.paused !== undefined) return true;
  const working = ['exercise', 'open', 'get-ready'].includes(state.phase.name);
  return !working && (trendBpmPerS(state) ?? 0) <= 0;
}
