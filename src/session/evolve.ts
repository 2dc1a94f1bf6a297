import type { Fact } from './facts.ts';
import { rememberGuard } from './memory/guard-memory.ts';
import { rememberOverlay } from './memory/overlay-memory.ts';
import { rememberPacing } from './memory/pacing-memory.ts';
import { rememberPulse } from './memory/pulse-memory.ts';
import { isRunning } from './running.ts';
import type { SessionState } from './state.ts';
import { set } from './stopwatch.ts';

/** Remembers one fact; judges nothing. `facts.reduce(evolve, ready(header))` is the session. */
export function evolve(state: SessionState, fact: Fact): SessionState {
  const next = { ...remember(state, fact), atMs: fact.atMs };
  const clock = set(next.clock, isRunning(next), fact.atMs);
  return clock === next.clock ? next : { ...next, clock };
}

function remember(state: SessionState, fact: Fact): SessionState {
  switch (fact.type) {
    case 'malformed':
    case 'key-pressed':
    case 'effort-rated':
    case 'note-added':
      return state;
    case 'measured':
    case 'link-changed':
    case 'trust-changed':
    case 'source-ended':
      return rememberPulse(state, fact);
    case 'limits-changed':
    case 'approach-noticed':
    case 'approach-cleared':
    case 'warning-raised':
    case 'warning-repeated':
    case 'warning-acknowledged':
    case 'warning-cleared':
      return rememberGuard(state, fact);
    case 'held':
    case 'hold-countdown-began':
    case 'hold-ended':
    case 'paused':
    case 'slept':
    case 'resumed':
    case 'discomfort-reported':
    case 'discomfort-explained':
    case 'end-asked':
    case 'end-withdrawn':
    case 'end-confirmed':
      return rememberOverlay(state, fact);
    default:
      return rememberPacing(state, fact);
  }
}
