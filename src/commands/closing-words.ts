import { readJournal } from '../journal/read-journal.ts';
import { UnreadableJournalError } from '../journal/unreadable-journal-error.ts';
import type { EndReason } from '../session/facts.ts';
import { helpLine } from '../ui/session-words.ts';
import { wrapText } from '../ui/wrap-text.ts';

type Person = {
  readonly emergencyNumber?: string | undefined;
  /** Of their terminal. */
  readonly columns?: number | undefined;
};

/** The last lines after a session that was kept: whom to call where it ended in discomfort, and what is next. */
export function closingWords(
  path: string,
  id: string,
  { emergencyNumber = '112', columns = 80 }: Person = {},
): string {
  const unwell =
    endReasonIn(path) === 'discomfort'
      ? [helpLine(emergencyNumber), 'Rest. If it has not passed soon, ask a doctor today.']
      : [];
  const kept = `Kept as ${id}. pulsepace log show ${id} draws it again;`;
  return [...unwell, kept, 'pulsepace opens the home screen.']
    .flatMap((line) => wrapText(line, columns))
    .map((line) => `${line}\n`)
    .join('');
}

function endReasonIn(path: string): EndReason | undefined {
  try {
    return readJournal(path).facts.findLast((fact) => fact.type === 'session-ended')?.reason;
  } catch (error) {
    if (error instanceof UnreadableJournalError) return undefined;
    throw error;
  }
}
