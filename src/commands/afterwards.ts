import type { Journal } from '../journal/journal.ts';
import { readJournal } from '../journal/read-journal.ts';
import { UnreadableJournalError } from '../journal/unreadable-journal-error.ts';
import { counted } from '../review/counted.ts';
import { shownTo, summarize } from '../review/summary.ts';
import type { Fact } from '../session/facts.ts';
import type { SessionHeader } from '../session/header.ts';
import { drawingFor } from './drawing.ts';
import type { Io } from './io.ts';
import { curvePoints } from './log-curve.ts';
import { renderSummary } from './log-summary.ts';
import type { SessionFlags } from './session-flags.ts';
import { summaryInSentences } from './summary-in-sentences.ts';

type Ended = {
  readonly io: Io;
  readonly header: SessionHeader;
  readonly journal: Journal;
  /** The facts of a session that keeps no journal. */
  readonly kept: readonly Fact[];
  readonly flags: Pick<SessionFlags, 'ascii' | 'plain' | 'json'>;
  /** Whether it is read by a screen reader, which a drawing means nothing to. */
  readonly isAccessible: boolean;
  /** The profile says that the rhythm is irregular: no variability is shown. */
  readonly isIrregularTold: boolean;
};

/** What is said when a session has ended: its summary, from what is on the disk, and what the disk did not take. */
export function afterwards(ended: Ended): void {
  const { io, journal } = ended;
  const lost = lostWords(journal);
  if (lost !== undefined) io.stderr.write(`${lost}\n`);
  if (ended.flags.json === true) return;
  try {
    summary(ended, journal.path === undefined ? ended.kept : readJournal(journal.path).facts);
  } catch (error) {
    if (!(error instanceof UnreadableJournalError)) throw error;
    io.stderr.write(`The session has ended; its summary cannot be shown. ${error.message}\n`);
  }
}

function lostWords(journal: Journal): string | undefined {
  const lost = journal.unwritten();
  if (lost === 0) return undefined;
  const status = journal.status();
  const why = status.status === 'not-recording' ? `: ${status.reason}` : '';
  return `${counted(lost, 'fact')} could not be written to ${JSON.stringify(journal.path)}${why}; the rest of the session is there.`;
}

function summary(ended: Ended, facts: readonly Fact[]): void {
  const { io, header, flags, isAccessible, isIrregularTold } = ended;
  const drawing = drawingFor(io, flags);
  const told = shownTo(isIrregularTold, summarize(header, facts));
  io.stdout.write(
    isAccessible
      ? summaryInSentences(told)
      : renderSummary(told, curvePoints(facts), {
          ...drawing,
          colour: drawing.colour && flags.plain !== true,
        }),
  );
}
