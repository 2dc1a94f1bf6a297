import type { WarningLevel } from './facts.ts';
import type { SessionState } from './state.ts';
import { isRaising, raisedBy } from './threshold-words.ts';
import { isKnown } from './trust.ts';
import { isUnguarded } from './unguarded.ts';

/** The pulse as a session leaves it: the warning that still stands, and the bpm where it is known. */
function pulseAtEnd({ guard, pulse, trust }: SessionState): {
  readonly level?: WarningLevel;
  readonly bpm?: number;
} {
  const level = guard.over !== undefined ? 'over' : guard.caution && 'caution';
  return {
    ...(level !== undefined && { level }),
    ...(pulse !== undefined && isKnown(trust) && { bpm: pulse.bpm }),
  };
}

/** How a pulse that is not down, or not known, is spoken of now; undefined where it is down, or nothing watched it. */
export function notDownWords(state: SessionState): string | undefined {
  if (isUnguarded(state)) return undefined;
  const { level, bpm } = pulseAtEnd(state);
  if (level === undefined) return bpm === undefined ? 'Your pulse is not known now.' : undefined;
  const was = raisedBy(level, state.limits);
  if (bpm === undefined) return `Your pulse is not known now, it was ${was} before.`;
  return isRaising(level, bpm, state.limits)
    ? `Your pulse is ${bpm}, still ${was}.`
    : `Your pulse is ${bpm}, but was ${was} a moment ago.`;
}

/** What to do with it after a session; a doctor is named where it was above the limit. */
export function notDownAdvice(state: SessionState): string | undefined {
  const { level } = pulseAtEnd(state);
  if (isUnguarded(state) || level === undefined) return undefined;
  return level === 'over'
    ? 'Stay seated, breathe out slowly, wait until it is down. If it stays up, ask a doctor.'
    : 'Rest until it has come down.';
}
