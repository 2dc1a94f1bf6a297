import { endAtOnce } from './ending.ts';
import { evolve } from './evolve.ts';
import type { Fact } from './facts.ts';
import type { SessionHeader } from './header.ts';
import { ready, type SessionState } from './state.ts';

/** A session as its facts left it. */
export const foldOf = (header: SessionHeader, facts: readonly Fact[]): SessionState =>
  facts.reduce(evolve, ready(header));

/** What ends a session that was interrupted, at its last fact: its exercise first, if one is open. */
export function interruptedFacts(state: SessionState): Fact[] {
  return state.phase.name === 'ended' ? [] : endAtOnce(state, 'interrupted', state.atMs);
}

/** Milliseconds of the wall clock from a session's start to its last fact, the machine's sleeps included. */
export function wallMsOf(facts: readonly Fact[]): number {
  const sleptMs = facts.reduce(
    (sum, fact) => (fact.type === 'slept' ? sum + fact.wallAheadMs : sum),
    0,
  );
  return (facts.at(-1)?.atMs ?? 0) + sleptMs;
}
