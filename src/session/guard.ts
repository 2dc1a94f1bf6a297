import { approachDue } from './approach.ts';
import type { Fact, FactOf, WarningLevel } from './facts.ts';
import { trendOf } from './pulse-mean.ts';
import type { Alarm, SessionState } from './state.ts';
import { isKnown } from './trust.ts';

/** The warning at caution and limit (§2): raised by the first trusted value, left only after a hold below, repeated in between. */
export function guardDue(state: SessionState): Fact | undefined {
  return raiseDue(state) ?? clearDue(state) ?? approachDue(state) ?? repeatDue(state);
}

function raiseDue(state: SessionState): Fact | undefined {
  const { pulse, guard, limits, trust } = state;
  if (pulse === undefined || trust !== 'live') return undefined;
  if (guard.caution === undefined && pulse.bpm >= limits.cautionBpm) {
    return { ...raised('caution', pulse), ...(isSilent(state) && { silent: true }) };
  }
  const isOver = guard.over === undefined && pulse.bpm > limits.limitBpm;
  return isOver ? raised('over', pulse) : undefined;
}

const raised = (
  level: WarningLevel,
  { atMs, bpm }: NonNullable<SessionState['pulse']>,
): FactOf<'warning-raised'> => ({ type: 'warning-raised', atMs, level, bpm });

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

/** In a pause and in the baseline only `over` sounds. */
const isSilent = ({ paused, phase }: SessionState): boolean =>
  paused !== undefined || phase.name === 'baseline';

/** Nor is a caution repeated that is known to fall while nothing is exercised. */
function isQuiet(state: SessionState): boolean {
  if (isSilent(state)) return true;
  const working = ['exercise', 'open', 'get-ready'].includes(state.phase.name);
  return !working && (trendOf(state)?.bpmPerS ?? 0) < 0;
}
