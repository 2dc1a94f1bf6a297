import type { EndReason } from '../session/facts.ts';

/** Why a session ended, in two or three words, for a column of a table. */
export function endBrief(reason: EndReason | 'interrupted'): string {
  if (reason === 'ended-by-user') return 'ended by you';
  if (reason === 'source-ended') return 'recording ended';
  return reason.replaceAll('-', ' ');
}
