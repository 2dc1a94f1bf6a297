import { describe, expect, test } from 'vitest';
import { evolve } from '../../src/session/evolve.ts';
import type { Fact } from '../../src/session/facts.ts';
import { type Plan, planOf } from '../../src/session/plan.ts';
import { ready, type SessionState } from '../../src/session/state.ts';
import { elapsedMs } from '../../src/session/stopwatch.ts';
import { isKnown } from '../../src/session/trust.ts';
import { zoneOf } from '../../src/session/zone.ts';
import { doneIn } from './progress-done.ts';
import { law, type RandomSession } from './random-session.ts';

describe('automation only ever eases, over random hearts, straps that fail and random keys', () => {
  test('§3 no exercise begins or runs in over, or while the signal is neither live nor late', () => {
    law(({ header }, { facts }) => {
      let state = ready(header);
      let newest: Measured | undefined;
      for (const fact of facts) {
        if (fact.type === 'exercise-began') expectMayMove(state);
        expectMovedRightly(state, newest, fact.atMs);
        if (isTrusted(fact)) newest = fact;
        state = evolve(state, fact);
      }
    });
  });

  test('§3 no plan is faster or longer than its step at this level', () => {
    law(({ header }, { facts }) => {
      for (const fact of facts) {
        if (!('plan' in fact)) continue;
        const top = extent(basePlan(header, fact.stepIndex));
        const now = extent(fact.plan);
        expect(now.cadencePerMin).toBeLessThanOrEqual(top.cadencePerMin);
        expect(now.reps).toBeLessThanOrEqual(top.reps);
        expect(now.ms).toBeLessThanOrEqual(top.ms + 1e-6);
      }
    });
  });

  test('§3 what is done of a step, all its pieces together, never exceeds its dose', () => {
    law(({ header }, { facts }) => {
      const done = new Map<number, { reps: number; ms: number }>();
      let state = ready(header);
      for (const fact of facts) {
        if (fact.type === 'exercise-eased' || fact.type === 'exercise-ended') {
          const piece = pieceDone(state, fact.atMs);
          const before = done.get(fact.stepIndex) ?? { reps: 0, ms: 0 };
          done.set(fact.stepIndex, { reps: before.reps + piece.reps, ms: before.ms + piece.ms });
        }
        state = evolve(state, fact);
      }
      for (const [stepIndex, { reps, ms }] of done) {
        const top = extent(basePlan(header, stepIndex));
        expect(reps).toBeLessThanOrEqual(top.reps + 1e-6);
        expect(ms).toBeLessThanOrEqual(top.ms + 1e-3);
      }
    });
  });
});

const runsExercise = ({ phase, clock }: SessionState): boolean =>
  phase.name === 'exercise' && clock.runningSinceMs !== undefined;

function expectMayMove(state: SessionState): void {
  expect(zoneOf(state)).not.toBe('over');
  expect(isKnown(state.trust)).toBe(true);
}

type Measured = Extract<Fact, { type: 'measured' }>;
const isTrusted = (fact: Fact): fact is Measured =>
  fact.type === 'measured' && fact.distrust === undefined;

/** From the fact before until `atMs` the exercise either stood, or ran on a fresh value within the limit. */
function expectMovedRightly(state: SessionState, newest: Measured | undefined, atMs: number): void {
  if (!runsExercise(state) || atMs === state.atMs) return;
  expectMayMove(state);
  expect(newest?.bpm).toBeLessThanOrEqual(state.limits.limitBpm);
  expect(atMs - (newest?.atMs ?? 0)).toBeLessThanOrEqual(3001);
}

const basePlan = (header: RandomSession['header'], stepIndex: number): Plan => {
  const step = header.routine.steps[stepIndex];
  return step === undefined ? [] : planOf(step.dose, header.level);
};

const pieceDone = ({ phase, work, clock }: SessionState, atMs: number) =>
  phase.name === 'exercise' && work !== undefined
    ? doneIn(work.plan, elapsedMs(clock, atMs))
    : { reps: 0, ms: 0 };

function extent(plan: Plan): { cadencePerMin: number; reps: number; ms: number } {
  const { reps, ms } = doneIn(plan, Number.MAX_SAFE_INTEGER);
  const cadences = plan.map((each) => ('cadencePerMin' in each ? (each.cadencePerMin ?? 0) : 0));
  return { cadencePerMin: Math.max(0, ...cadences), reps, ms };
}
