import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DataDirectoryError } from './data-directory-error.ts';
import { type Lock, LockedError, takeLockFile } from './lock.ts';

const patienceMs = 5000;
const lookAgainMs = 20;
/** A change takes milliseconds: whoever holds on for so long is gone, or stopped. */
const goneAfterMs = 30_000;

/**
 * Does `work` while no other process, and no other part of this one, changes the profile of a data directory. Waits for
 * them without holding up anything else. Throws a DataDirectoryError where it cannot.
 */
export async function whileProfileIsOurs<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const lock = await taken(join(directory, 'profile.lock'));
  try {
    return await work();
  } finally {
    lock.release();
  }
}

async function taken(path: string): Promise<Lock> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return takeLockFile(path, goneAfterMs);
    } catch (error) {
      if (!(error instanceof LockedError)) throw error;
      if (performance.now() > deadline) {
        throw new DataDirectoryError(
          path,
          'another pulsepace is changing the profile',
          'try again in half a minute',
          error,
        );
      }
    }
    await setTimeout(lookAgainMs);
  }
}
