import { cautionInS } from './approach.ts';
import { cautionRestAtMs } from './exercise.ts';
import type { Trust } from './facts.ts';
import type { Alarm, SessionState } from './state.ts';
import { elapsedMs } from './stopwatch.ts';
import { isKnown } from './trust.ts';
import { isUnguarded } from './unguarded.ts';

const wholeS = (ms: number): number => Math.max(0, Math.floor(ms / 1000));

/** One short line that says, with numbers, why the guard is or is not warning (§2). `atMs` is now. */
export function explain(state: SessionState, atMs: number): string {
  if (state.phase.name === 'ended') return 'the session has ended';
  if (isUnguarded(state)) return 'no strap: nothing watches your pulse';
  const { pulse, guard, trust } = state;
  if (pulse === undefined || !isKnown(trust)) return unknownPulse(state, atMs);
  const age = trust === 'late' ? ` · ${wholeS(atMs - pulse.atMs)} s old` : '';
  const now = `${pulse.bpm} bpm${age}`;
  if (guard.over !== undefined) return `${now} · ${overLine(state, guard.over, atMs)}`;
  if (guard.caution !== undefined) return `${now} · ${cautionLine(state, guard.caution, atMs)}`;
  if (guard.approach !== undefined) {
    return `${now} · rising: caution in about ${Math.ceil(Math.min(99, cautionInS(state)))} s`;
  }
  return `${now} · ${state.limits.cautionBpm - pulse.bpm} below caution`;
}

function unknownPulse(state: SessionState, atMs: number): string {
  const forS = wholeS(atMs - state.trustSinceMs);
  if (state.trust === 'searching') return `no pulse yet · looking for ${forS} s`;
  const warned = state.guard.over ?? state.guard.caution;
  const before = warned === undefined ? '' : ` · the warning of ${warned.peakBpm} bpm stands`;
  return `${unknownWords[state.trust] ?? 'the pulse is unknown'} for ${forS} s${before}`;
}

const unknownWords: Partial<Record<Trust, string>> = {
  'no-contact': 'the strap has no skin contact',
  implausible: 'the values are not plausible',
  frozen: 'the strap repeats itself',
};

function overLine(state: SessionState, over: Alarm, atMs: number): string {
  const { limits } = state;
  const { rules } = state.header;
  const lasted = `over ${limits.limitBpm} for ${wholeS(atMs - over.onsetMs)} s`;
  return `${lasted} · ${clearing(over, limits.limitBpm - rules.clearBelowBpm, rules.clearAfterS, atMs)}`;
}

function cautionLine(state: SessionState, caution: Alarm, atMs: number): string {
  const { limits } = state;
  const { rules } = state.header;
  const lasted = `caution for ${wholeS(atMs - caution.onsetMs)} s`;
  if (isJustUp(state, caution, atMs)) return `${lasted} · getting up lifts it for a moment`;
  const restMs = cautionRestAtMs(state);
  return restMs === undefined
    ? `${lasted} · ${clearing(caution, limits.cautionBpm - rules.clearBelowBpm, rules.clearAfterS, atMs)}`
    : `${lasted} · a rest begins in ${Math.ceil(Math.max(0, restMs - atMs) / 1000)} s`;
}

/** Whether this caution began with getting ready. */
const isJustUp = ({ phase, clock }: SessionState, { onsetMs }: Alarm, atMs: number): boolean =>
  phase.name === 'get-ready' && atMs - onsetMs <= elapsedMs(clock, atMs);

function clearing(alarm: Alarm, clearBpm: number, afterS: number, atMs: number): string {
  return alarm.downSinceMs === undefined
    ? `clears at ${clearBpm} or less for ${afterS} s`
    : `${clearBpm} or less for ${wholeS(atMs - alarm.downSinceMs)} of ${afterS} s`;
}
