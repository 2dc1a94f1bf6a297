import { readHeader } from '../journal/read-header.ts';
import { readJournal } from '../journal/read-journal.ts';
import { journalPaths } from '../journal/sessions.ts';
import { UnreadableJournalError } from '../journal/unreadable-journal-error.ts';
import { localMoment } from '../review/local-day.ts';
import { type Practice, practiceOf } from '../review/practice.ts';
import type { SessionHeader } from '../session/header.ts';

export type Wanted = {
  /** Sessions of this local day and later. */
  readonly sinceDay?: number;
  readonly routineId?: string;
  /** At most so many, the newest. */
  readonly most?: number;
};

/** Sessions in few numbers, oldest first, one journal in memory at a time; one that cannot be read is passed over. */
export function storedPractices(directory: string, wanted: Wanted): Practice[] {
  const { sinceDay = Number.NEGATIVE_INFINITY, routineId, most = 2000 } = wanted;
  const found: Practice[] = [];
  for (const path of journalPaths(directory)) {
    if (found.length >= most) break;
    const header = orUnreadable(() => readHeader(path));
    if (header === undefined) continue;
    if (localMoment(header.startedAt, header.utcOffsetMinutes).day < sinceDay) break;
    if (routineId !== undefined && header.routine.id !== routineId) continue;
    const stored = orUnreadable(() => readJournal(path));
    if (stored !== undefined) found.push(practiceOf(stored.header, stored.facts));
  }
  return found.reverse();
}

function orUnreadable<T extends SessionHeader | ReturnType<typeof readJournal>>(
  read: () => T,
): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableJournalError) return undefined;
    throw error;
  }
}
