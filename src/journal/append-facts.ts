import type { Fact } from '../session/facts.ts';
import { DataDirectoryError } from './data-directory-error.ts';
import { takeLock } from './lock.ts';
import { resumeJournal } from './open-journal.ts';

/**
 * Appends what came after a session, such as a note, to its journal, and has it on disk before it resolves. Throws a
 * LockedError while a session runs, a DataDirectoryError where it cannot be written.
 */
export async function appendFacts(
  directory: string,
  path: string,
  facts: readonly Fact[],
): Promise<void> {
  const lock = takeLock(directory);
  try {
    const journal = resumeJournal(path);
    journal.append(facts);
    await journal.close();
    if (journal.unwritten() > 0) {
      throw new DataDirectoryError(path, 'it takes no more', 'make space and try again');
    }
  } finally {
    lock.release();
  }
}
