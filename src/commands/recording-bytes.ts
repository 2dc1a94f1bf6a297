import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { DoorError } from './door-error.ts';

const largestBytes = 64 * 1024 * 1024;

export type FileBytes = { readonly bytes: Uint8Array; readonly changedMs: number };

/** A file of others, whole. What is no regular file, or larger than 64 MiB, is not read. Throws a DoorError. */
export function fileBytes(path: string): FileBytes {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = checked(path, fstatSync(descriptor));
    return { bytes: readFileSync(descriptor), changedMs: found.mtimeMs };
  } catch (error) {
    if (error instanceof DoorError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DoorError(`The recording ${path} cannot be read (${reason}); check the path.`);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function checked(path: string, found: Stats): Stats {
  if (!found.isFile()) throw new DoorError(`${path} is not a file; give the path of a recording.`);
  if (found.size > largestBytes) {
    throw new DoorError(`${path} is larger than 64 MiB, so it is not read as a recording.`);
  }
  return found;
}
