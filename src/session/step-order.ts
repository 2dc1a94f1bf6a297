import { isGivenUp } from './over-stops.ts';
import { isAllButDone } from './progress.ts';
import type { SessionState } from './state.ts';

/** The step that follows, those given up left out; undefined after the last. */
export function stepAfter(state: SessionState, stepIndex: number): number | undefined {
  const { steps } = state.header.routine;
  for (let index = stepIndex + 1; index < steps.length; index += 1) {
    if (!isGivenUp(state, index)) return index;
  }
  return undefined;
}

/** The step before, those given up left out; undefined before the first. */
export function stepBefore(state: SessionState, stepIndex: number): number | undefined {
  for (let index = stepIndex - 1; index >= 0; index -= 1) {
    if (!isGivenUp(state, index)) return index;
  }
  return undefined;
}

/** Where a recovery leads, as things stand: to what is left of its own exercise, or past it; undefined after the last. */
export function stepAfterRecovery(state: SessionState, stepIndex: number): number | undefined {
  const isOver = isGivenUp(state, stepIndex) || isAllButDone(state.work?.plan ?? []);
  return isOver ? stepAfter(state, stepIndex) : stepIndex;
}
