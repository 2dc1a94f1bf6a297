import { readFileSync } from 'node:fs';
import type { Routine } from '../session/routine.ts';

const compiled = new URL('routines.json', import.meta.url);

/**
 * A routine that comes with the program, by its id, as the bundle keeps it: checked when that was built. Undefined for
 * every other name, and for all in a checkout, where the YAML files count.
 */
export function compiledRoutine(id: string): Routine | undefined {
  try {
    const routines: Record<string, Routine> = JSON.parse(readFileSync(compiled, 'utf8'));
    return Object.hasOwn(routines, id) ? routines[id] : undefined;
  } catch {
    return undefined;
  }
}
