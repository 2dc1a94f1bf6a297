import { expect, test } from 'vitest';
import { evolve } from '../../src/session/evolve.ts';
import type { Fact } from '../../src/session/facts.ts';
import type { SessionHeader } from '../../src/session/header.ts';
import { ready, type SessionState } from '../../src/session/state.ts';
import { elapsedMs } from '../../src/session/stopwatch.ts';
import { basePlan, byKey, extent } from './plan-extent.ts';
import { type Done, doneIn } from './progress-done.ts';
import { law } from './random-session.ts';

test('§3 what is done of a step, all its pieces together, never exceeds its dose and what keys added', () => {
  law(({ header }, { facts }) => {
    const ledger = createLedger(header);
    let state = ready(header);
    for (const fact of facts) {
      const after = evolve(state, fact);
      ledger.take(state, fact, after);
      state = after;
    }
    for (const { done, most } of ledger.entries()) {
      expect(done.reps).toBeLessThanOrEqual(most.reps + 1e-6);
      expect(done.ms).toBeLessThanOrEqual(most.ms + 1e-3);
    }
  });
});

type Entry = { readonly done: Done; readonly most: Done };

/** What was done of each step, and the most that might be: its dose, and what keys added. Going back begins two steps anew. */
function createLedger(header: SessionHeader) {
  const entries = new Map<number, Entry>();
  let startMs = 0;
  return {
    entries: () => entries.values(),
    take(state: SessionState, fact: Fact, after: SessionState): void {
      if (closesPiece(fact)) {
        const { stepIndex } = fact;
        const entry = entries.get(stepIndex) ?? {
          done: nothing,
          most: extent(basePlan(header, stepIndex)),
        };
        const done = plus(entry.done, pieceDone(state, startMs, fact.atMs));
        entries.set(stepIndex, { done, most: plus(entry.most, addedByKey(fact, state)) });
      }
      if (fact.type === 'went-back') {
        entries.delete(fact.stepIndex);
        entries.delete(fact.stepIndex + 1);
      }
      if ('plan' in fact) startMs = elapsedMs(after.clock, fact.atMs);
    },
  };
}

const nothing: Done = { reps: 0, ms: 0 };
const plus = (one: Done, other: Done): Done => ({
  reps: one.reps + other.reps,
  ms: one.ms + other.ms,
});
const minus = (one: Done, other: Done): Done => ({
  reps: one.reps - other.reps,
  ms: one.ms - other.ms,
});

const closesPiece = (fact: Fact): fact is Extract<Fact, { stepIndex: number }> =>
  fact.type === 'exercise-eased' || fact.type === 'exercise-ended' || byKey.includes(fact.type);

/** What of the plan was done since `startMs` on the exercise's clock. */
function pieceDone({ phase, work, clock }: SessionState, startMs: number, atMs: number): Done {
  if (phase.name !== 'exercise' || work === undefined) return nothing;
  return minus(doneIn(work.plan, elapsedMs(clock, atMs)), doneIn(work.plan, startMs));
}

/** How much longer a key made what is left. */
function addedByKey(fact: Fact, { work, clock }: SessionState): Done {
  if (!byKey.includes(fact.type) || !('plan' in fact) || work === undefined) return nothing;
  const movedMs = elapsedMs(clock, fact.atMs);
  const left = minus(extent(work.plan), doneIn(work.plan, movedMs));
  const passedMs = fact.type === 'dose-changed' ? movedMs : 0;
  const intoMs = fact.type === 'pace-changed' ? fact.intoMs : passedMs;
  const added = minus(minus(extent(fact.plan), doneIn(fact.plan, intoMs)), left);
  return { reps: Math.max(0, added.reps), ms: Math.max(0, added.ms) };
}
