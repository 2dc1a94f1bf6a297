import { findSession } from '../journal/find-session.ts';
import { journalPaths } from '../journal/journal-paths.ts';
import { readHeader } from '../journal/read-header.ts';
import { UnreadableJournalError } from '../journal/unreadable-journal-error.ts';
import { dateOf, dayOf, localMoment } from '../review/local-day.ts';
import type { SessionHeader } from '../session/header.ts';
import { DoorError, exitCode } from './door-error.ts';

export type Choice = {
  readonly sessions: readonly string[];
  /** Local dates, `2026-11-22`, both included. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
};

export type Chosen = { readonly path: string; readonly header: SessionHeader };

/**
 * The sessions named, or all of them, of which the local date lies in the range; each once, oldest first among all.
 * `unreadable` says which could not be looked at. Throws where nothing is asked for or found.
 */
export function chosenSessions(
  directory: string,
  choice: Choice,
): { readonly chosen: readonly Chosen[]; readonly unreadable: readonly string[] } {
  const { sessions, since, until } = choice;
  const range = { since: dateFrom('--since', since), until: dateFrom('--until', until) };
  if (sessions.length === 0 && since === undefined && until === undefined) {
    throw new DoorError(
      'Say which session to export: last, its id, its number in pulsepace log, or --since and --until.',
    );
  }
  const unreadable: string[] = [];
  const all =
    sessions.length > 0
      ? sessions.map((wanted) => findSession(directory, wanted))
      : everySession(directory, unreadable);
  const once = [...new Map(all.map((each) => [each.path, each])).values()];
  const chosen = once.filter(({ header }) => isWithin(localDate(header), range));
  if (chosen.length === 0 && unreadable.length === 0) {
    throw new DoorError(
      'No session lies in that range; pulsepace log lists them.',
      exitCode.notFound,
    );
  }
  return { chosen, unreadable };
}

/** The day a session began, where it was. */
const localDate = ({ startedAt, utcOffsetMinutes }: SessionHeader): string =>
  dateOf(localMoment(startedAt, utcOffsetMinutes).day);

function everySession(directory: string, unreadable: string[]): Chosen[] {
  return journalPaths(directory)
    .reverse()
    .flatMap((path): Chosen[] => {
      try {
        return [{ path, header: readHeader(path) }];
      } catch (error) {
        if (!(error instanceof UnreadableJournalError)) throw error;
        unreadable.push(error.message);
        return [];
      }
    });
}

type Range = { readonly since: string | undefined; readonly until: string | undefined };

const isWithin = (date: string, { since, until }: Range): boolean =>
  (since === undefined || date >= since) && (until === undefined || date <= until);

function dateFrom(flag: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^\d{4}-\d\d-\d\d$/.test(text) && dateOf(dayOf(text)) === text) return text;
  throw new DoorError(`${flag} takes a date such as 2026-11-22, not ${JSON.stringify(text)}.`);
}
