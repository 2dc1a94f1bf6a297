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
