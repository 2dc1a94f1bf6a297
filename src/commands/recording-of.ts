import type { Journal, JournalStatus } from '../journal/journal.ts';
import type { Recording } from '../ui/screen-model.ts';

/** What the journal's status means to the person: recording, behind, off by choice, or failing with a reason. */
export function recordingOf(journal: Journal, status: JournalStatus): Recording {
  if (journal.path === undefined) return { status: 'off' };
  return status.status === 'recording'
    ? { status: 'on', ...(!status.onDisk && { isBehind: true }) }
    : { status: 'failed', reason: status.reason };
}
