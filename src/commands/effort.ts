import { adaptedStep } from '../session/adapted-step.ts';
import type { Effort, Posture } from '../session/routine.ts';
import type { SessionState } from '../session/state.ts';

/** Metabolic equivalents of each class of effort; sitting still is 1 (Ainsworth's compendium, conditioning exercise). */
const metOf: Record<Effort, number> = { still: 1.1, light: 2.3, moderate: 3.5, vigorous: 6 };
/** How much of a cadence's change the effort follows: at 60 % it is three quarters. */
const effortOfPace = 0.625;
const restingMet = 1;
const openMet = 2.8;

/** What the floor asks of a simulated heart at this moment: 0 at rest, 1 at 10 MET. */
export function effortOf(state: SessionState): number {
  return (metOfState(state) - 1) / 9;
}

function metOfState(state: SessionState): number {
  const { phase, clock, work, header } = state;
  if (phase.name === 'open') return openMet;
  if (phase.name !== 'exercise' || clock.runningSinceMs === undefined) return restingMet;
  const effort = header.routine.steps[phase.stepIndex]?.effort ?? 'light';
  const met = metOf[effort];
  return restingMet + (met - restingMet) * (1 - effortOfPace * (1 - (work?.pace ?? 1)));
}

const onOnesFeet: readonly Posture[] = ['standing', 'walking', 'kneeling'];

/** Whether the body is upright at this moment; getting up lifts the pulse for a while. */
export function isUpright({ phase, header }: SessionState): boolean {
  if (phase.name === 'open') return true;
  if (phase.name !== 'get-ready' && phase.name !== 'exercise') return false;
  const posture = adaptedStep(header, phase.stepIndex)?.posture;
  return posture !== undefined && onOnesFeet.includes(posture);
}
