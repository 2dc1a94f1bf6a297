import { appendFacts } from '../journal/append-facts.ts';
import { readJournal } from '../journal/read-journal.ts';
import { epochMs } from '../review/local-day.ts';
import type { SessionHeader } from '../session/header.ts';
import { foldOf, interruptedFacts, wallMsOf } from '../session/resume.ts';
import type { SessionState } from '../session/state.ts';
import type { SessionCatalogue } from './session-catalogue.ts';

/** A session that broke off, as it stood then. */
export type Interrupted = {
  readonly path: string;
  readonly header: SessionHeader;
  readonly state: SessionState;
  /** Milliseconds of wall clock since its last fact. */
  readonly sinceMs: number;
};

const resumableForMs = 2 * 3_600_000;

/** The journals without an end, newest first; while a session runs, its own is among them. */
export const interruptedPaths = ({ sessions }: SessionCatalogue): string[] =>
  sessions.filter(({ figures }) => figures.isUnended === true).map(({ path }) => path);

export function interruptedAt(path: string, nowMs = Date.now()): Interrupted {
  const { header, facts } = readJournal(path);
  const endedMs = epochMs(header.startedAt) + wallMsOf(facts);
  return { path, header, state: foldOf(header, facts), sinceMs: Math.max(0, nowMs - endedMs) };
}

/** Whether it may go on as one session: within two hours, and where there is a heart to go on with. */
export const isResumable = ({ header, sinceMs }: Interrupted): boolean =>
  sinceMs <= resumableForMs && header.source !== 'replay' && header.source !== 'import';

/** Closes it at its last fact. Throws a LockedError while a session runs. */
export const finish = (directory: string, { path, state }: Interrupted): Promise<void> =>
  appendFacts(directory, path, interruptedFacts(state));
