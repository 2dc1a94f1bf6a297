import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Routine } from '../session/routine.ts';
import { type Fault, parseRoutine } from './parse-routine.ts';
import { RoutineError } from './routine-error.ts';

const largestBytes = 256 * 1024;
const shownFaults = 8;

/** A routine file, checked. Throws RoutineError with file, line and column; a file that is no regular one, or over 256 KiB, is not read. */
export function readRoutine(path: string): Routine {
  const { routine, faults } = parseRoutine(readText(path));
  if (routine !== undefined) return routine;
  throw new RoutineError(describeFaults(path, faults));
}

/** Every fault on a line of its own, in the form editors understand: `file:line:column: message`. */
const describeFaults = (path: string, faults: readonly Fault[]): string =>
  [
    ...faults
      .slice(0, shownFaults)
      .map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`),
    ...(faults.length > shownFaults ? [`… and ${faults.length - shownFaults} more`] : []),
    'pulsepace routines show heart --yaml prints a routine that is right.',
  ].join('\n');

function readText(path: string): string {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const { size } = openFile(descriptor, path);
    const bytes = Buffer.alloc(size);
    return decode(bytes.subarray(0, readSync(descriptor, bytes, 0, size, 0)), path);
  } catch (error) {
    if (error instanceof RoutineError) throw error;
    throw new RoutineError(`The routine ${path} cannot be read (${why(error)}); check the path.`);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function why(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!('code' in error)) return error.message;
  return error.code === 'ENOENT' ? 'there is no such file' : String(error.code);
}

function openFile(descriptor: number, path: string): { size: number } {
  const found = fstatSync(descriptor);
  if (!found.isFile()) {
    throw new RoutineError(`${path} is not a file; give the path of a routine's YAML file.`);
  }
  if (found.size > largestBytes) {
    throw new RoutineError(
      `${path} is larger than 256 KiB, so it is not read; a routine is a few KiB.`,
    );
  }
  return found;
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RoutineError(`${path} is not UTF-8 text; save it as UTF-8 and try again.`);
  }
}
