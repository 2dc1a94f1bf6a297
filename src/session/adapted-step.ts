import type * as z from 'zod';
import type { adaptationSchema } from './adaptation-schema.ts';
import type { Routine, Step } from './routine.ts';

export type Adaptation = z.infer<typeof adaptationSchema>;

type Adapted = {
  readonly routine: Routine;
  readonly adaptations?: readonly Adaptation[] | undefined;
};

/** A step as it is done: in its easier variant where the header says so; undefined where there is no such step. */
export function adaptedStep(
  { routine, adaptations }: Adapted,
  stepIndex: number,
): Step | undefined {
  const step = routine.steps[stepIndex];
  if (step?.easier === undefined || !isEasier(adaptations, step.id)) return step;
  const { name, prompt, posture = step.posture } = step.easier;
  return { ...step, name, prompt, posture };
}

const isEasier = (adaptations: readonly Adaptation[] | undefined, stepId: string): boolean =>
  adaptations?.find((each) => each.stepId === stepId)?.easier === true;

export const cadenceFactorOf = ({ adaptations }: Adapted, stepId: string | undefined): number =>
  adaptations?.find((each) => each.stepId === stepId)?.cadenceFactor ?? 1;
