import type { Journal } from '../journal/journal.ts';
import { readJournal } from '../journal/read-journal.ts';
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
  readonly flags: Pick<SessionFlags, 'ascii' | 'plain'>;
  /** Whether it is read by a screen reader, which a drawing means nothing to. */
  readonly isAccessible: boolean;
  /** The profile says that the rhythm is irregular: no variability is shown. */
  readonly isIrregularTold: boolean;
};

/** What is said when a session has ended: its summary, from what is on the disk, and where it is kept. */
export function afterwards(ended: Ended): void {
  const { io, header, journal, kept, flags, isAccessible, isIrregularTold } = ended;
  const facts = journal.path === undefined ? kept : readJournal(journal.path).facts;
  const drawing = drawingFor(io, flags);
  const summary = shownTo(isIrregularTold, summarize(header, facts));
  io.stdout.write(
    isAccessible
      ? summaryInSentences(summary)
      : renderSummary(summary, curvePoints(facts), {
          ...drawing,
          colour: drawing.colour && flags.plain !== true,
        }),
  );
  const lost = journal.unwritten();
  if (lost > 0) {
    io.stderr.write(
      `${lost} facts could not be written to ${journal.path}; what is shown is the rest.\n`,
    );
  }
}
