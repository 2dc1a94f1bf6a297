import type * as z from 'zod';
import type { effortSchema, postureSchema, routineSchema, stepSchema } from './routine-schema.ts';

export type Posture = z.infer<typeof postureSchema>;
export type Effort = z.infer<typeof effortSchema>;
export type Step = z.infer<typeof stepSchema>;
export type Routine = z.infer<typeof routineSchema>;

export const isOpen = (routine: Routine): boolean => routine.steps.length === 0;

/** A session without steps: the pulse, the guard and the log. */
export const openRoutine: Routine = {
  schemaVersion: 1,
  id: 'open',
  name: 'Open session',
  summary: 'The pulse, the guard and the log, as long as you like.',
  when: [],
  cautions: [],
  baseline: false,
  restSeconds: 0,
  steps: [],
};
