import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact } from '../session/facts.ts';
import type { SessionHeader } from '../session/header.ts';
import { sessionsFolder } from './data-directory.ts';
import { asDataDirectoryError } from './data-directory-error.ts';
import { fitsName, journalName, newSessionId } from './journal-name.ts';
import { lineOf } from './line.ts';
import { ownFolder } from './private-folder.ts';
import { writeWhole } from './write-whole.ts';

/** Puts a whole session into the log at once: killed on the way it is not there. Returns its path. Throws a DataDirectoryError. */
export async function storeSession(
  directory: string,
  header: SessionHeader,
  facts: readonly Fact[],
): Promise<string> {
  const folder = sessionsFolder(directory);
  try {
    ownFolder(folder);
    const path = freePath(folder, header);
    await writeWhole(path, [lineOf(header), ...facts.map(lineOf)].join(''));
    return path;
  } catch (error) {
    throw asDataDirectoryError(error, folder);
  }
}

function freePath(folder: string, { id, startedAt }: SessionHeader): string {
  let end = fitsName(id) ? id : newSessionId();
  for (;;) {
    const path = join(folder, journalName(startedAt, end));
    if (!existsSync(path)) return path;
    end = newSessionId();
  }
}
