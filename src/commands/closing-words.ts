import { readJournal } from '../journal/read-journal.ts';
import { UnreadableJournalError } from '../journal/unreadable-journal-error.ts';
import { warningStands } from '../review/not-down.ts';
import type { Fact } from '../session/facts.ts';
import { helpLine } from '../ui/session-words.ts';
import { wrapText } from '../ui/wrap-text.ts';

type Person = {
  readonly emergencyNumber?: string | undefined;
  /** Of their terminal. */
  readonly columns?: number | undefined;
};

/** The last lines after a session that was kept: whom to call where it ended in discomfort or above the limit, and what is next. */
export function closingWords(
  path: string,
  id: string,
  { emergencyNumber = '112', columns = 80 }: Person = {},
): string {
  const unwell = unwellLines(path, helpLine(emergencyNumber));
  const kept = `Kept as ${id}. pulsepace log show ${id} draws it again;`;
  return [...unwell, kept, 'pulsepace opens the home screen.']
    .flatMap((line) => wrapText(line, columns))
    .map((line) => `${line}\n`)
    .join('');
}

function unwellLines(path: string, help: string): string[] {
  const facts = factsIn(path);
  const reason = facts.findLast((fact) => fact.type === 'session-ended')?.reason;
  if (reason === 'discomfort') {
    return [help, 'Rest. If it has not passed soon, ask a doctor today.'];
  }
  return warningStands(facts, 'over')
    ? [
        help,
        'Stay seated and breathe until your pulse is down. If it stays up, ask a doctor today.',
      ]
    : [];
}

function factsIn(path: string): readonly Fact[] {
  try {
    return readJournal(path).facts;
  } catch (error) {
    if (error instanceof UnreadableJournalError) return [];
    throw error;
  }
}
