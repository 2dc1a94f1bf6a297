import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sessionsFolder } from './data-directory.ts';
import { errorCode, troubleWith } from './trouble.ts';
import { UnreadableJournalError } from './unreadable-journal-error.ts';

/** The paths of all journals, newest first by their names, which begin with the time; none when there is no folder. */
export function journalPaths(directory: string): string[] {
  const folder = sessionsFolder(directory);
  return namesIn(folder)
    .sort((a, b) => (a < b ? 1 : -1))
    .map((name) => join(folder, name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ndjson'))
      .map((entry) => entry.name);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw new UnreadableJournalError(folder, 'damaged', troubleWith(error), error);
  }
}
