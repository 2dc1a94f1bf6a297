import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleRoutine } from './example-routine.ts';
import { RoutineError } from './routine-error.ts';
import { routineIds } from './shipped-routines.ts';

const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Writes a commented example as NAME.yaml into the folder of own routines; never over a file. Returns its path. */
export function newRoutine(name: string, folder: string): string {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name) || reservedOnWindows.test(name)) {
    throw new RoutineError(
      `${JSON.stringify(name)} cannot name a routine: use up to 40 lower-case letters, digits and hyphens, as in morning-stretch.`,
    );
  }
  if (routineIds().includes(name)) {
    throw new RoutineError(`${name} comes with pulsepace; choose a name of your own.`);
  }
  const path = join(folder, `${name}.yaml`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeNew(path, exampleRoutine(name));
  } catch (error) {
    throw asRoutineError(error, path);
  }
  return path;
}

function asRoutineError(error: unknown, path: string): RoutineError {
  const code = codeOf(error);
  return new RoutineError(
    code === 'EEXIST'
      ? `${path} is there already and is left as it is; choose another name, or edit that file.`
      : `${path} cannot be written (${code ?? String(error)}); check the folder, or set PULSEPACE_CONFIG_DIR.`,
  );
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** Whole or not at all: a link fails where the name is taken; where links are not to be had a look before must do. */
function writeNew(path: string, text: string): void {
  const temporary = `${path}.${randomUUID()}.new`;
  try {
    writeFileSync(temporary, text, { flag: 'wx', mode: 0o600 });
    try {
      linkSync(temporary, path);
    } catch (error) {
      if (codeOf(error) === 'EEXIST' || existsSync(path)) throw error;
      renameSync(temporary, path);
    }
  } finally {
    rmSync(temporary, { force: true });
  }
}
