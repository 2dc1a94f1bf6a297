import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { DoorError, exitCode } from './door-error.ts';

const largestBytes = 64 * 1024 * 1024;

/** A recording's file, whole; undefined where there is none. Throws a DoorError for what is no file, too large or unreadable. */
export function recordingBytes(path: string): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    // Without O_NONBLOCK a FIFO would wait for a writer for ever.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = fstatSync(descriptor);
    if (!found.isFile()) throw unreadable(path, 'it is not a file');
    if (found.size > largestBytes) throw unreadable(path, 'it is larger than 64 MiB');
    return readFileSync(descriptor);
  } catch (error) {
    if (error instanceof DoorError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(code))
      return undefined;
    throw unreadable(path, code);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

const unreadable = (path: string, why: string): DoorError =>
  new DoorError(
    `${JSON.stringify(path)} cannot be read as a recording (${why}); give the path of a file of intervals or a session.`,
    exitCode.damaged,
  );
