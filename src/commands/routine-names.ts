import { findRoutine } from '../library/library.ts';
import { RoutineError } from '../library/routine-error.ts';
import type { Routine } from '../session/routine.ts';

/** What people call the routines and exercises that journals name by their ids. */
export type RoutineNames = {
  readonly routine: (routineId: string) => string;
  readonly step: (routineId: string, stepId: string) => string;
};

/** Where a routine is not known (any more), its id in words. */
export const idsInWords: RoutineNames = {
  routine: (routineId) => routineId,
  step: (_routineId, stepId) => stepId.replaceAll('-', ' '),
};

/** The names in the routines that come with the program and in those of `ownFolder`; each is read once. */
export function routineNames(ownFolder: string | undefined): RoutineNames {
  const known = new Map<string, Routine | undefined>();
  const find = (id: string): Routine | undefined => {
    if (!known.has(id)) known.set(id, routineOf(id, ownFolder));
    return known.get(id);
  };
  return {
    routine: (id) => find(id)?.name ?? idsInWords.routine(id),
    step: (id, stepId) =>
      find(id)?.steps.find((step) => step.id === stepId)?.name ?? idsInWords.step(id, stepId),
  };
}

/** An id out of a journal may look like a path, and none is opened for it. */
function routineOf(id: string, ownFolder: string | undefined): Routine | undefined {
  if (!/^[\w-]+$/.test(id)) return undefined;
  try {
    return findRoutine(id, ownFolder);
  } catch (error) {
    if (error instanceof RoutineError) return undefined;
    throw error;
  }
}
