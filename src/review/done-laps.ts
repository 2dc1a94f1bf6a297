import { isOpen, type Routine, type Step } from '../session/routine.ts';
import { bouts } from './bouts.ts';
import { type Lap, laps } from './laps.ts';
import { type LastEffort, lastEffort } from './last-effort.ts';
import { openLap } from './open-lap.ts';
import type { SessionEnd } from './session-end.ts';

/** The lap of an open session has no step. */
export type DoneLap = Omit<Lap, 'stepIndex'> & Partial<Pick<Lap, 'stepIndex'>>;

/** The laps of a session in order, and its last effort. */
export function doneLaps(
  routine: Routine,
  end: SessionEnd,
): { readonly laps: readonly DoneLap[]; readonly effort: LastEffort | undefined } {
  const moving = bouts(end.told, end.atMs);
  const effort = lastEffort(end.told, routine, moving, end.atMs);
  return {
    effort,
    laps: isOpen(routine) ? openLap(effort, end) : laps(end.told, moving, end.atMs),
  };
}

const openStep = { id: 'open', name: 'Open session' };

/** A step that the routine does not have goes by its number: a damaged journal is still read. */
export function stepOf({ steps }: Routine, { stepIndex }: DoneLap): Pick<Step, 'id' | 'name'> {
  if (stepIndex === undefined) return openStep;
  const number = stepIndex + 1;
  return steps[stepIndex] ?? { id: `step-${number}`, name: `Step ${number}` };
}
