import type { SessionHeader } from '../session/header.ts';
import { journalPaths } from './journal-paths.ts';
import { readHeader } from './read-header.ts';
import { UnreadableJournalError } from './unreadable-journal-error.ts';

/** What is in the log already, by id and by the hash of the file it was imported from; first lines only are read. */
export class KnownSessions {
  readonly #startById = new Map<string, string>();
  readonly #idByHash = new Map<string, string>();

  constructor(directory: string) {
    for (const path of journalPaths(directory)) {
      try {
        this.add(readHeader(path));
      } catch (error) {
        if (!(error instanceof UnreadableJournalError)) throw error;
      }
    }
  }

  add({ id, startedAt, imported }: SessionHeader): void {
    this.#startById.set(id, startedAt);
    if (imported !== undefined) this.#idByHash.set(imported.sha256, id);
  }

  idOfFile(sha256: string): string | undefined {
    return this.#idByHash.get(sha256);
  }

  /** Whether this very session is there: its id, and begun in the same second. */
  has(id: string, startedAt: string): boolean {
    return this.#startById.get(id)?.slice(0, 19) === startedAt.slice(0, 19);
  }

  hasId(id: string): boolean {
    return this.#startById.has(id);
  }
}
