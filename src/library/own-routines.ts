import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Routine } from '../session/routine.ts';
import { readRoutine } from './read-routine.ts';
import { RoutineError } from './routine-error.ts';
import { routineIds } from './shipped-routines.ts';

/** A routine file of the person's own; where it cannot be used, why, in one sentence. */
export type OwnRoutine =
  | { readonly id: string; readonly path: string; readonly routine: Routine }
  | { readonly id: string; readonly path: string; readonly problem: string };

const mostFiles = 200;

/** The files that own routines are, by the ids they go by; none where there is no folder. Nothing is opened. */
export function ownRoutineFiles(folder: string | undefined): ReadonlyMap<string, string> {
  if (folder === undefined) return new Map();
  const names = namesIn(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort();
  return new Map(
    names.slice(0, mostFiles).map((name) => [name.replace(/\.ya?ml$/, ''), join(folder, name)]),
  );
}

/** Every own routine, read and checked; one that cannot be used hinders no other. */
export function ownRoutines(folder: string | undefined): OwnRoutine[] {
  return [...ownRoutineFiles(folder)].map(([id, path]) => {
    try {
      return { id, path, routine: readOwnRoutine(id, path) };
    } catch (error) {
      if (!(error instanceof RoutineError)) throw error;
      return { id, path, problem: error.message };
    }
  });
}

/** An own routine by its file: its id is the file's name, and never that of a routine that comes with the program. */
export function readOwnRoutine(id: string, path: string): Routine {
  if (routineIds().includes(id)) {
    throw new RoutineError(
      `${path} is not used: ${id} comes with pulsepace; give the file and its id a name of their own.`,
    );
  }
  const routine = readRoutine(path);
  if (routine.id === id) return routine;
  throw new RoutineError(
    `${path} has the id ${routine.id}; give it the name of its file, ${JSON.stringify(id)}, or rename the file.`,
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new RoutineError(
      `The folder of your routines, ${folder}, cannot be read (${String(code)}); check its rights.`,
    );
  }
}
