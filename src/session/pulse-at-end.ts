import type { WarningLevel } from './facts.ts';
import type { SessionState } from './state.ts';
import { isKnown } from './trust.ts';
import { isUnguarded } from './unguarded.ts';

/** The pulse as a session leaves it: the warning that still stands, and the bpm where it is known. */
type PulseAtEnd = {
  readonly level?: WarningLevel;
  readonly bpm?: number;
  readonly cautionBpm: number;
  readonly limitBpm: number;
};

function pulseAtEnd({ guard, pulse, trust, limits }: SessionState): PulseAtEnd {
  const { cautionBpm, limitBpm } = limits;
  const level = guard.over !== undefined ? 'over' : guard.caution && 'caution';
  return {
    cautionBpm,
    limitBpm,
    ...(level !== undefined && { level }),
    ...(pulse !== undefined && isKnown(trust) && { bpm: pulse.bpm }),
  };
}

/** How a pulse that is not down, or not known, is spoken of now; undefined where it is down, or nothing watched it. */
export function notDownWords(state: SessionState): string | undefined {
  if (isUnguarded(state)) return undefined;
  const { level, bpm, cautionBpm, limitBpm } = pulseAtEnd(state);
  if (level === undefined) return bpm === undefined ? 'Your pulse is not known now.' : undefined;
  const was = level === 'over' ? `above ${limitBpm}` : `${cautionBpm} or more`;
  if (bpm === undefined) return `Your pulse is not known now, it was ${was} before.`;
  const isStill = level === 'over' ? bpm > limitBpm : bpm >= cautionBpm;
  return isStill
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
