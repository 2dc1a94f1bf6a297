import { basename } from 'node:path';
import type { SessionHeader } from '../session/header.ts';
import { journalPaths } from './journal-paths.ts';
import { readHeader } from './read-header.ts';
import { isOfTheDisk, troubleWith } from './trouble.ts';
import { UnreadableJournalError } from './unreadable-journal-error.ts';

export type FoundSession = { readonly path: string; readonly header: SessionHeader };

/** No session, or more than one, answers to what was asked for. */
class SessionNotFoundError extends Error {
  readonly exitCode = 3;

  constructor(words: string) {
    super(words);
    this.name = 'SessionNotFoundError';
  }
}

const oftenShown = 5;

/**
 * A session by its id, by a beginning of it that no other shares, or by its number in the list (1 is the newest);
 * `last` or nothing is the newest that is whole enough to be read. Reads first lines only. Throws a SessionNotFoundError,
 * or an UnreadableJournalError where the one asked for cannot be read, or may be one that the system does not open now.
 */
export function findSession(directory: string, wanted = 'last'): FoundSession {
  if (wanted === 'last') return newest(directory);
  const refusals: UnreadableJournalError[] = [];
  const all = [...readable(directory, refusals)];
  const found = all.filter(({ header }) => header.id === wanted);
  if (found.length > 0) return theOnly(found, wanted);
  if (/^\d{1,4}$/.test(wanted)) {
    const numbered = all[Number(wanted) - 1];
    if (numbered !== undefined) return instead(numbered, refusals);
  }
  const begun = all.filter((session) => wanted !== '' && beginsWith(session, wanted));
  const refusal = refusals.find(({ path }) => wanted !== '' && isNamed(path, wanted));
  if (begun.length === 0 && refusal !== undefined) throw refusal;
  return theOnly(begun, wanted, all);
}

/** What cannot be read is known by the name of its file alone, which ends in its id. */
function isNamed(path: string, wanted: string): boolean {
  const name = basename(path);
  return name.startsWith(wanted) || name.slice(name.indexOf('_') + 1).startsWith(wanted);
}

function newest(directory: string): FoundSession {
  const refusals: UnreadableJournalError[] = [];
  for (const session of readable(directory, refusals)) return instead(session, refusals);
  const [refusal] = refusals;
  if (refusal !== undefined) throw refusal;
  throw new SessionNotFoundError(
    `There is no session yet in ${JSON.stringify(directory)}: pulsepace train records the first.`,
  );
}

/** A session in place of newer ones that cannot be read; not in place of one that the system only refuses for now. */
function instead(session: FoundSession, refusals: readonly UnreadableJournalError[]): FoundSession {
  const newer = refusals.find(({ path, cause }) => path > session.path && isOfTheDisk(cause));
  if (newer === undefined) return session;
  throw new UnreadableJournalError(
    newer.path,
    newer.reason,
    `${troubleWith(newer.cause)}; no older one is taken in its place: try again, or name one by its id`,
    newer.cause,
  );
}

/** Those that cannot be read are left out, and named in `refusals`. */
function* readable(
  directory: string,
  refusals: UnreadableJournalError[] = [],
): Generator<FoundSession> {
  for (const path of journalPaths(directory)) {
    try {
      yield { path, header: readHeader(path) };
    } catch (error) {
      if (!(error instanceof UnreadableJournalError)) throw error;
      refusals.push(error);
    }
  }
}

function beginsWith({ path, header }: FoundSession, wanted: string): boolean {
  return header.id.startsWith(wanted) || basename(path).startsWith(wanted);
}

function theOnly(
  found: readonly FoundSession[],
  wanted: string,
  all: readonly FoundSession[] = found,
): FoundSession {
  const [only, another] = found;
  if (only !== undefined && another === undefined) return only;
  const shown = (sessions: readonly FoundSession[]): string =>
    sessions
      .slice(0, oftenShown)
      .map(({ header }) => header.id)
      .join(', ');
  if (only !== undefined) {
    throw new SessionNotFoundError(
      `${JSON.stringify(wanted)} could be any of ${found.length} sessions (${shown(found)}${found.length > oftenShown ? ', …' : ''}): give more of the id, or its number in pulsepace log.`,
    );
  }
  const hint = all.length === 0 ? 'there is none yet' : `the newest are ${shown(all)}`;
  throw new SessionNotFoundError(
    `No session answers to ${JSON.stringify(wanted)}: ${hint}; pulsepace log lists them all.`,
  );
}
