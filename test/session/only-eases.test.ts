import { describe, expect, test } from 'vitest';
import { evolve } from '../../src/session/evolve.ts';
import type { Fact } from '../../src/session/facts.ts';
import { ready, type SessionState } from '../../src/session/state.ts';
import { isKnown } from '../../src/session/trust.ts';
import { isUnguarded } from '../../src/session/unguarded.ts';
import { zoneOf } from '../../src/session/zone.ts';
import { basePlan, byKey, extent } from './plan-extent.ts';
import { law } from './random-session.ts';

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

  test('§3 no plan is faster than its step, but for a key; and no key makes it faster than 1.3 times', () => {
    law(({ header }, { facts }) => {
      for (const fact of facts) {
        if (!('plan' in fact)) continue;
        const top = extent(basePlan(header, fact.stepIndex)).cadencePerMin;
        expect(extent(fact.plan).cadencePerMin).toBeLessThanOrEqual(top * 1.3 + 1e-9);
        if (fact.type === 'get-ready-began') {
          expect(extent(fact.plan).cadencePerMin).toBeLessThanOrEqual(top + 1e-9);
        }
      }
    });
  });

  test('§3 no exercise begins that two over-stops have dropped, whatever keys lead back to it', () => {
    law((_session, { facts }) => {
      const overStops: number[] = [];
      for (const fact of facts) {
        if (fact.type === 'over-stop-counted') overStops.push(fact.stepIndex);
        if (fact.type !== 'exercise-began') continue;
        expect(overStops.filter((each) => each === fact.stepIndex).length).toBeLessThan(2);
      }
    });
  });

  test('§3 no automatic fact makes an exercise that is under way faster or longer', () => {
    law(({ header }, { facts }) => {
      let state = ready(header);
      for (const fact of facts) {
        const { phase, work } = state;
        const isUnderWay = phase.name === 'exercise' || phase.name === 'get-ready';
        if ('plan' in fact && work && isUnderWay && !byKey.includes(fact.type)) {
          const [before, after] = [extent(work.plan), extent(fact.plan)];
          expect(after.cadencePerMin).toBeLessThanOrEqual(before.cadencePerMin + 1e-9);
          expect(after.reps).toBeLessThanOrEqual(before.reps);
          expect(after.ms).toBeLessThanOrEqual(before.ms + 1e-6);
        }
        state = evolve(state, fact);
      }
    });
  });

  test('§3 nothing is added in caution, on the way there or in over, not even by key', () => {
    law(({ header }, { facts }) => {
      let state = ready(header);
      for (const fact of facts) {
        const { guard, work } = state;
        const isUp = guard.caution ?? guard.over ?? guard.approach;
        if (isUp && work && fact.type === 'pace-changed') {
          expect(fact.pace).toBeLessThan(work.pace);
        }
        if (isUp && work && fact.type === 'dose-changed') {
          expect(fact.steps).toBeLessThan(work.doseSteps);
        }
        state = evolve(state, fact);
      }
    });
  });
});

const runsExercise = ({ phase, clock }: SessionState): boolean =>
  phase.name === 'exercise' && clock.runningSinceMs !== undefined;

/** Without a strap there is neither zone nor trust to ask. */
function expectMayMove(state: SessionState): void {
  if (isUnguarded(state)) return;
  expect(zoneOf(state)).not.toBe('over');
  expect(isKnown(state.trust)).toBe(true);
}

type Measured = Extract<Fact, { type: 'measured' }>;
const isTrusted = (fact: Fact): fact is Measured =>
  fact.type === 'measured' && fact.distrust === undefined;

/** From the fact before until `atMs` the exercise either stood, or ran on a fresh value within the limit. */
function expectMovedRightly(state: SessionState, newest: Measured | undefined, atMs: number): void {
  if (!runsExercise(state) || atMs === state.atMs || isUnguarded(state)) return;
  expectMayMove(state);
  expect(newest?.bpm).toBeLessThanOrEqual(state.limits.limitBpm);
  expect(atMs - (newest?.atMs ?? 0)).toBeLessThanOrEqual(3001);
}
