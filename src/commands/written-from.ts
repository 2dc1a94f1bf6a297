import { isDeepStrictEqual } from 'node:util';
import { carriedFrom } from '../exchange/carried-from.ts';
import type { CarriedSession, DatedSession } from '../exchange/carried-session.ts';
import { asCsvHolds } from '../exchange/csv/as-csv-holds.ts';
import type { ForeignFile } from '../exchange/read-file.ts';
import { asTcxHolds } from '../exchange/tcx/as-tcx-holds.ts';
import type { KnownSession, KnownSessions } from '../journal/known-sessions.ts';
import { readJournal } from '../journal/read-journal.ts';
import { UnreadableJournalError } from '../journal/unreadable-journal-error.ts';

/**
 * The session in the log that a file without an id of ours was written from: begun in the same second (RR text: or named
 * in the file's name), and all that the format holds of it is the same. Undefined where it is no such file.
 */
export function writtenFrom(
  { format, session }: Pick<ForeignFile, 'format' | 'session'>,
  startedAt: string,
  file: string,
  log: KnownSessions,
): string | undefined {
  const isSame = sameIn[format];
  if (isSame === undefined) return undefined;
  const named = format === 'RR text' ? log.all().filter(({ id }) => file.includes(`_${id}.`)) : [];
  return [...log.begunAt(startedAt), ...named].find((known) => {
    const stored = carriedOf(known);
    return stored !== undefined && isSame(session, stored);
  })?.id;
}

const sameIn: Readonly<Record<string, (read: CarriedSession, stored: DatedSession) => boolean>> = {
  CSV: (read, stored) => isDeepStrictEqual(read, asCsvHolds(stored)),
  TCX: (read, stored) => isDeepStrictEqual(read, asTcxHolds(stored)),
  'RR text': (read, stored) => isDeepStrictEqual(beatsOf(read), beatsOf(stored)),
};

const beatsOf = ({ points }: CarriedSession): number[] =>
  points.flatMap(({ rrIntervalsMs }) => rrIntervalsMs.map((ms) => Math.round(ms * 1000) / 1000));

function carriedOf({ path }: KnownSession): DatedSession | undefined {
  try {
    const { header, facts } = readJournal(path);
    return carriedFrom(header, facts);
  } catch (error) {
    if (error instanceof UnreadableJournalError) return undefined;
    throw error;
  }
}
