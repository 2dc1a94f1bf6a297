import type { SessionHeader } from '../session/header.ts';
import { journalPaths } from './journal-paths.ts';
import { readHeader } from './read-header.ts';
import { isOfTheDisk, troubleWith } from './trouble.ts';
import { UnreadableJournalError } from './unreadable-journal-error.ts';

/** A session in the log, and its journal. */
export type KnownSession = {
  readonly id: string;
  readonly startedAt: string;
  readonly path: string;
};

/** What is in the log already, by id and by the hash of the file it was imported from; first lines only are read. */
export class KnownSessions {
  readonly #byId = new Map<string, KnownSession>();
  readonly #idByHash = new Map<string, string>();

  /** Journals whose header is damaged: what they hold cannot be told from anything new. */
  readonly unreadable: readonly string[];

  /** Throws an UnreadableJournalError where the system does not open a journal: one that is not looked into is not absent. */
  constructor(directory: string) {
    const unreadable: string[] = [];
    for (const path of journalPaths(directory)) {
      try {
        this.add(readHeader(path), path);
      } catch (error) {
        if (!(error instanceof UnreadableJournalError)) throw error;
        if (isOfTheDisk(error.cause)) throw unopened(path, error.cause);
        if (error.reason !== 'missing') unreadable.push(path);
      }
    }
    this.unreadable = unreadable;
  }

  add({ id, startedAt, imported }: SessionHeader, path: string): void {
    this.#byId.set(id, { id, startedAt, path });
    if (imported !== undefined) this.#idByHash.set(imported.sha256, id);
  }

  idOfFile(sha256: string): string | undefined {
    return this.#idByHash.get(sha256);
  }

  /** Whether this very session is there: its id, and begun in the same second. */
  has(id: string, startedAt: string): boolean {
    const known = this.#byId.get(id);
    return known !== undefined && inOneSecond(known.startedAt, startedAt);
  }

  hasId(id: string): boolean {
    return this.#byId.has(id);
  }

  all(): readonly KnownSession[] {
    return [...this.#byId.values()];
  }
}

const inOneSecond = (one: string, other: string): boolean =>
  one.slice(0, 19) === other.slice(0, 19);

const unopened = (path: string, cause: unknown): UnreadableJournalError =>
  new UnreadableJournalError(
    path,
    'damaged',
    `${troubleWith(cause)}; whether a session is there already cannot be told without it, so nothing is taken in: make it readable and try again`,
    cause,
  );
