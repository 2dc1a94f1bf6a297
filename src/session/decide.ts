import { nextDue } from './due.ts';
import { evolve } from './evolve.ts';
import type { Fact } from './facts.ts';
import type { Input } from './input.ts';
import { respond } from './respond.ts';
import type { SessionState } from './state.ts';

/** What came of one input: the facts, and the session after them. */
export type Decision = { readonly facts: readonly Fact[]; readonly state: SessionState };

/**
 * Judges one input. First time catches up: what fell due until then, each dated when it was due. Then the input is
 * answered, and what the answer brings about follows. After the end nothing happens any more.
 */
export function decide(state: SessionState, input: Input): Decision {
  const upToDate = fallDue({ facts: [], state }, awakeUntilMs(input));
  const answered = respond(upToDate.state, input).reduce(happen, upToDate);
  return fallDue(answered, input.atMs);
}

/** What fell due in a machine's sleep did not happen: nobody was awake. */
const awakeUntilMs = (input: Input): number => (input.type === 'slept' ? input.fromMs : input.atMs);

function fallDue(decision: Decision, atMs: number): Decision {
  let now = decision;
  for (;;) {
    const due = nextDue(now.state);
    if (due === undefined || due.atMs > atMs) return now;
    now = happen(now, due);
  }
}

const happen = ({ facts, state }: Decision, fact: Fact): Decision => ({
  facts: [...facts, fact],
  state: evolve(state, fact),
});
