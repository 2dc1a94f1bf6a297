import { readdirSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { asDataDirectoryError } from './data-directory-error.ts';
import { realDisk } from './disk.ts';
import { syncFolder } from './folder-sync.ts';
import { takeLock } from './lock.ts';

/**
 * Deletes a session for good: its journal, the torn bytes kept beside it, and copies of it that were broken off; nothing
 * else is touched. Throws a LockedError while a session runs, a DataDirectoryError where it cannot be deleted.
 */
export async function deleteJournal(directory: string, path: string): Promise<void> {
  const lock = takeLock(directory);
  try {
    // The journal last: broken off before, it can be asked for again.
    for (const each of [...keptBeside(path), path]) unlinkSync(each);
    await syncFolder(realDisk, dirname(path));
  } catch (error) {
    throw asDataDirectoryError(error, path);
  } finally {
    lock.release();
  }
}

const besideEnding = /^\.(torn\d*|[0-9a-f-]+\.new)$/;

const keptBeside = (path: string): string[] =>
  readdirSync(dirname(path))
    .filter(
      (name) =>
        name.startsWith(basename(path)) && besideEnding.test(name.slice(basename(path).length)),
    )
    .map((name) => join(dirname(path), name));
