import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EndReason } from '../session/facts.ts';
import type { Source } from '../session/header.ts';
import type { Sport } from '../session/sport.ts';
import { sessionsFolder } from './data-directory.ts';
import { readJournal, type StoredSession } from './read-journal.ts';
import { errorCode, troubleWith } from './trouble.ts';
import { UnreadableJournalError } from './unreadable-journal-error.ts';

/** What a list needs of a session. */
export type SessionEntry = {
  readonly id: string;
  readonly path: string;
  /** UTC, ISO 8601. */
  readonly startedAt: string;
  readonly utcOffsetMinutes: number;
  readonly routineId: string;
  readonly routineName: string;
  readonly sport?: Sport;
  readonly source: Source;
  /** From the start to the last fact. */
  readonly durationMs: number;
  readonly ending: EndReason | 'interrupted';
  readonly damagedLines: number;
};

type UnreadableSession = { readonly path: string; readonly reason: string };

export type SessionList = {
  /** Newest first. */
  readonly sessions: readonly SessionEntry[];
  readonly unreadable: readonly UnreadableSession[];
};

/** The paths of all journals, newest first by their names, which begin with the time; none when there is no folder. */
export function journalPaths(directory: string): string[] {
  const folder = sessionsFolder(directory);
  return namesIn(folder)
    .sort((a, b) => (a < b ? 1 : -1))
    .map((name) => join(folder, name));
}

/** Every journal, with one at a time in memory. `entryAt` is where a catalogue may answer instead of the file. */
export function listSessions(
  directory: string,
  entryAt: (path: string) => SessionEntry = (path) => entryOf(readJournal(path)),
): SessionList {
  const sessions: SessionEntry[] = [];
  const unreadable: UnreadableSession[] = [];
  for (const path of journalPaths(directory)) {
    try {
      sessions.push(entryAt(path));
    } catch (error) {
      if (!(error instanceof UnreadableJournalError)) throw error;
      unreadable.push({ path, reason: error.message });
    }
  }
  return { sessions, unreadable };
}

function entryOf({ path, header, facts, damage }: StoredSession): SessionEntry {
  const end = facts.findLast((fact) => fact.type === 'session-ended');
  return {
    id: header.id,
    path,
    startedAt: header.startedAt,
    utcOffsetMinutes: header.utcOffsetMinutes,
    routineId: header.routine.id,
    routineName: header.routine.name,
    ...(header.sport !== undefined && { sport: header.sport }),
    source: header.source,
    durationMs: facts.at(-1)?.atMs ?? 0,
    ending: end?.reason ?? 'interrupted',
    damagedLines: damage.length,
  };
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
