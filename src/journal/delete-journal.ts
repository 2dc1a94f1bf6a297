import { readdirSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { asDataDirectoryError } from './data-directory-error.ts';
import { realDisk } from './disk.ts';
import { syncFolder } from './folder-sync.ts';
import { takeLock } from './lock.ts';

/**
 * Deletes a session for good: its journal, and the torn bytes kept beside it; nothing else is touched. Throws a
 * LockedError while a session runs, a DataDirectoryError where it cannot be deleted.
 */
export async function deleteJournal(directory: string, path: string): Promise<void> {
  const lock = takeLock(directory);
  try {
    unlinkSync(path);
    for (const beside of keptBeside(path)) unlinkSync(beside);
    await syncFolder(realDisk, dirname(path));
  } catch (error) {
    throw asDataDirectoryError(error, path);
  } finally {
    lock.release();
  }
}

const keptBeside = (path: string): string[] =>
  readdirSync(dirname(path))
    .filter((name) => name.startsWith(`${basename(path)}.torn`))
    .map((name) => join(dirname(path), name));
