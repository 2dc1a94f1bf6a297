import type { Fact } from './facts.ts';
import type { Step } from './routine.ts';
import type { Phase, SessionState } from './state.ts';
import { reachesAtMs } from './stopwatch.ts';
import { wholePlan } from './whole-plan.ts';

const onOnesFeet: readonly Step['posture'][] = ['standing', 'walking', 'kneeling'];

/** With a pulse raised at rest, work on one's feet needs a key, once a session (§3); to stand still is no work. */
export const needsKey = ({ isRaisedAtRest, mayStand }: SessionState, step: Step): boolean =>
  isRaisedAtRest && !mayStand && step.effort !== 'still' && onOnesFeet.includes(step.posture);

/** Without the key the step is skipped. */
export function askDue(
  state: SessionState,
  { stepIndex, lengthMs }: Extract<Phase, { name: 'ask-to-stand' }>,
): Fact | undefined {
  const atMs = reachesAtMs(state.clock, lengthMs);
  return atMs === undefined ? undefined : notStood(state, stepIndex, atMs);
}

export function notStood({ header }: SessionState, stepIndex: number, atMs: number): Fact {
  const remaining = [...wholePlan(header, stepIndex)];
  return { type: 'exercise-ended', atMs, stepIndex, outcome: 'skipped', remaining };
}
