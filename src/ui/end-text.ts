import type { EndReason } from '../session/facts.ts';
import { isRest } from '../session/header.ts';
import { notDownAdvice, notDownWords } from '../session/pulse-at-end.ts';
import type { SessionState } from '../session/state.ts';
import { endWords } from './session-words.ts';

/** How a session ended; of a resting test, what it has measured. A pulse that is not down, or not known, is said. */
export function endText(state: SessionState, reason: EndReason): string {
  const isMeasured = state.restingBpm !== undefined || reason === 'completed';
  const ended = isRest(state.header) && isMeasured ? restingText(state) : endWords[reason];
  return [ended, notDownWords(state), notDownAdvice(state)].filter(Boolean).join(' ');
}

function restingText({ restingBpm, rmssdMs, header }: SessionState): string {
  if (restingBpm === undefined) return 'Your pulse at rest could not be measured.';
  if (header.isIrregularTold) return `Your pulse at rest: ${restingBpm}.`;
  const rmssd = rmssdMs === undefined ? 'RMSSD not measured' : `RMSSD ${Math.round(rmssdMs)} ms`;
  return `Your pulse at rest: ${restingBpm} · ${rmssd}.`;
}
