import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RoutineError } from './routine-error.ts';

const ending = '.yaml';

/** The folder of the routines that come with the program, from a checkout or from its build. */
function shippedFolder(): string {
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

/** The ids of the routines that come with the program, in alphabetical order. */
export const routineIds = (): string[] =>
  readdirSync(shippedFolder())
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();

export const shippedPath = (id: string): string => join(shippedFolder(), id + ending);
