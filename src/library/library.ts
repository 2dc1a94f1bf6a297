import { realpathSync } from 'node:fs';
import type { Routine } from '../session/routine.ts';
import { nearest } from './nearest.ts';
import { ownRoutineFiles, readOwnRoutine } from './own-routines.ts';
import { readRoutine } from './read-routine.ts';
import { RoutineError } from './routine-error.ts';
import { routineIds, shippedPath } from './shipped-routines.ts';

/**
 * A routine named by id or by path: first those that come with the program, then those in `ownFolder`. Throws a
 * RoutineError with the nearest name, or with what is wrong in the file.
 */
export function findRoutine(idOrPath: string, ownFolder?: string): Routine {
  const path = routinePath(idOrPath, ownFolder);
  if (isPath(idOrPath)) return withoutBorrowedId(readRoutine(path), path);
  return path === ownRoutineFiles(ownFolder).get(idOrPath)
    ? readOwnRoutine(idOrPath, path)
    : readRoutine(path);
}

/** The file of a routine named by id or by path. Throws RoutineError with the nearest name. */
export function routinePath(idOrPath: string, ownFolder?: string): string {
  if (isPath(idOrPath)) return idOrPath;
  const shipped = routineIds();
  if (shipped.includes(idOrPath)) return shippedPath(idOrPath);
  const own = ownRoutineFiles(ownFolder);
  const path = own.get(idOrPath);
  if (path !== undefined) return path;
  const guess = nearest(idOrPath, [...shipped, ...own.keys()]);
  const hint = guess === undefined ? '' : ` Did you mean ${guess}?`;
  throw new RoutineError(
    `There is no routine named ${JSON.stringify(idOrPath)}.${hint} pulsepace routines list shows them all.`,
  );
}

const isPath = (text: string): boolean => /[/\\]|\.ya?ml$/i.test(text);

/** Sessions, levels and plans go by id: what is not the program's own routine may not count as it. */
function withoutBorrowedId(routine: Routine, path: string): Routine {
  const { id } = routine;
  if (!routineIds().includes(id) || realpathSync(path) === realpathSync(shippedPath(id))) {
    return routine;
  }
  throw new RoutineError(
    `${path} has the id ${id}, which comes with pulsepace: its sessions would count as those of ${id}; give it an id of its own.`,
  );
}
