import { carriedFrom } from '../exchange/carried-from.ts';
import type { CarriedSession } from '../exchange/carried-session.ts';
import type { KnownSession, KnownSessions } from '../journal/known-sessions.ts';
import { readJournal } from '../journal/read-journal.ts';
import { isOfTheDisk } from '../journal/trouble.ts';
import { UnreadableJournalError } from '../journal/unreadable-journal-error.ts';

/** The session in the log that RR text, which has no place for an id, was written from: named by its file, with the same beats. */
export function writtenFrom(
  text: CarriedSession,
  file: string,
  log: KnownSessions,
): string | undefined {
  const beats = beatsOf(text).join();
  return log.all().find((known) => file.includes(`_${known.id}.`) && beatsIn(known) === beats)?.id;
}

const beatsOf = ({ points }: CarriedSession): number[] =>
  points.flatMap(({ rrIntervalsMs }) => rrIntervalsMs.map((ms) => Math.round(ms * 1000) / 1000));

function beatsIn({ path }: KnownSession): string | undefined {
  try {
    const { header, facts } = readJournal(path);
    return beatsOf(carriedFrom(header, facts)).join();
  } catch (error) {
    // One that the system does not open may hold the same beats.
    if (error instanceof UnreadableJournalError && !isOfTheDisk(error.cause)) return undefined;
    throw error;
  }
}
