import { journalPaths } from '../journal/journal-paths.ts';
import { readJournal } from '../journal/read-journal.ts';
import { UnreadableJournalError } from '../journal/unreadable-journal-error.ts';
import { clockTime } from '../review/clock-time.ts';
import { titleOf } from '../session/header.ts';
import { plainText } from '../ui/plain-text.ts';
import { sourceLabels } from '../ui/session-words.ts';
import { endWords, localTime } from './log-words.ts';

/** The newest session that can be read, in one line; undefined where there is none. */
export function lastSessionText(directory: string): string | undefined {
  for (const path of journalPaths(directory)) {
    try {
      const { header, facts } = readJournal(path);
      const end = facts.findLast((fact) => fact.type === 'session-ended');
      return [
        localTime(header.startedAt, header.utcOffsetMinutes),
        plainText(titleOf(header), 40),
        clockTime((facts.at(-1)?.atMs ?? 0) / 1000),
        sourceLabels[header.source],
        endWords[end?.reason ?? 'interrupted'],
      ]
        .filter((part) => part !== undefined)
        .join(' · ');
    } catch (error) {
      if (!(error instanceof UnreadableJournalError)) throw error;
    }
  }
  return undefined;
}
