import { planOf } from './plan.ts';
import { segmentMs } from './progress.ts';
import type { Routine } from './routine.ts';

/** The longest a routine's exercises and planned rests can take, ms; steps that only a key ends are not counted. */
export function longestMs({ steps, restSeconds }: Routine): number {
  const restsMs = Math.max(0, steps.length - 1) * restSeconds * 1000;
  return steps.reduce((sum, { dose }) => sum + doseMs(planOf(dose, 10)), restsMs);
}

const doseMs = (plan: ReturnType<typeof planOf>): number =>
  plan.reduce((sum, segment) => sum + (segment.kind === 'open' ? 0 : segmentMs(segment)), 0);
