import { constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { closeQuietly } from '../journal/close-quietly.ts';
import { DoorError } from './door-error.ts';

const largestBytes = 64 * 1024 * 1024;

export type FileBytes = { readonly bytes: Buffer; readonly changedMs: number };

/** A file of others, whole. Throws a DoorError for what is not there, no regular file, larger than 64 MiB or unreadable. */
export function fileBytes(path: string): FileBytes {
  const found = fileBytesIfAny(path);
  if (found !== undefined) return found;
  throw new DoorError(
    `The recording ${JSON.stringify(path)} cannot be read (there is no such file); check the path.`,
  );
}

/** The same, but undefined where there is no such file. */
export function fileBytesIfAny(path: string): FileBytes | undefined {
  let descriptor: number | undefined;
  try {
    // Without O_NONBLOCK a FIFO would wait for a writer for ever.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = checked(path, fstatSync(descriptor));
    return { bytes: readFileSync(descriptor), changedMs: found.mtimeMs };
  } catch (error) {
    if (error instanceof DoorError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (namesNothing.has(code)) return undefined;
    throw new DoorError(
      `The recording ${JSON.stringify(path)} cannot be read (${code}); check the path.`,
    );
  } finally {
    if (descriptor !== undefined) closeQuietly(descriptor);
  }
}

const namesNothing = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

function checked(path: string, found: Stats): Stats {
  const name = JSON.stringify(path);
  if (!found.isFile()) throw new DoorError(`${name} is not a file; give the path of a recording.`);
  if (found.size > largestBytes) {
    throw new DoorError(`${name} is larger than 64 MiB, so it is not read as a recording.`);
  }
  return found;
}
