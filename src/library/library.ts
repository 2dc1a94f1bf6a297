import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Routine } from '../session/routine.ts';
import { nearest } from './nearest.ts';
import { readRoutine } from './read-routine.ts';
import { RoutineError } from './routine-error.ts';

/** The folder of the routines that come with the program, from a checkout or from its build. */
function ownRoutinesFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const routines = join(folder, 'routines');
    if (existsSync(join(routines, 'heart.yaml'))) return routines;
    if (folder === dirname(folder)) {
      throw new RoutineError(
        'The routines that come with pulsepace are missing; install it again.',
      );
    }
  }
}

const ending = '.yaml';

/** The ids of the routines that come with the program, in alphabetical order. */
export const routineIds = (): string[] =>
  readdirSync(ownRoutinesFolder())
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();

/** The file of a routine named by id or by path. Throws RoutineError with the nearest name. */
export function routinePath(idOrPath: string): string {
  if (isPath(idOrPath)) return idOrPath;
  const ids = routineIds();
  if (ids.includes(idOrPath)) return join(ownRoutinesFolder(), idOrPath + ending);
  const guess = nearest(idOrPath, ids);
  const hint = guess === undefined ? '' : ` Did you mean ${guess}?`;
  throw new RoutineError(
    `There is no routine named ${JSON.stringify(idOrPath)}.${hint} \`pulsepace routines list\` shows all.`,
  );
}

export const findRoutine = (idOrPath: string): Routine => readRoutine(routinePath(idOrPath));

const isPath = (text: string): boolean => /[/\\]|\.ya?ml$/i.test(text);
