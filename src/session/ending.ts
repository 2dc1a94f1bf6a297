import type { EndReason, Fact } from './facts.ts';
import { remainder } from './progress.ts';
import type { SessionState } from './state.ts';
import { elapsedMs } from './stopwatch.ts';

/** The next fact on the shortest way to the end: an exercise is ended first. */
export function endNow(state: SessionState, reason: EndReason, atMs: number): Fact {
  return stopExercise(state, 'stopped', atMs) ?? { type: 'session-ended', atMs, reason };
}

/** The whole way to the end at once. */
export function endAtOnce(state: SessionState, reason: EndReason, dueMs: number): Fact[] {
  const first = endNow(state, reason, dueMs);
  if (first.type === 'session-ended') return [first];
  return [first, { type: 'session-ended', atMs: first.atMs, reason }];
}

/** Ends the exercise that is on, if one is, keeping what is left of its plan. */
export function stopExercise(
  state: SessionState,
  outcome: 'stopped' | 'skipped' | 'over' | 'caution',
  dueMs: number,
): Fact | undefined {
  const { phase, work, clock } = state;
  if (phase.name !== 'exercise') return undefined;
  const atMs = Math.max(dueMs, state.atMs);
  const remaining = [...remainder(work?.plan ?? [], elapsedMs(clock, atMs))];
  return { type: 'exercise-ended', atMs, stepIndex: phase.stepIndex, outcome, remaining };
}
