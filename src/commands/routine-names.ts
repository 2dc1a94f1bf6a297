import { findRoutine } from '../library/library.ts';
import { RoutineError } from '../library/routine-error.ts';
import { idsInWords, type RoutineNames } from '../review/routine-names.ts';
import type { Routine } from '../session/routine.ts';

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
