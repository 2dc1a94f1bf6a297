import type { EndReason, Fact } from '../session/facts.ts';

/** When and why a session ended, and its facts until then. */
export type SessionEnd = {
  readonly atMs: number;
  readonly reason: EndReason;
  /** Whether the journal itself says that it ended. */
  readonly isTold: boolean;
  readonly facts: readonly Fact[];
};

/** The end of a session; where nothing says that it ended, it is its last fact, and the reason `interrupted`. */
export function sessionEnd(journal: readonly Fact[]): SessionEnd {
  const index = journal.findIndex((fact) => fact.type === 'session-ended');
  const ended = journal[index];
  if (ended?.type === 'session-ended') {
    return {
      atMs: ended.atMs,
      reason: ended.reason,
      isTold: true,
      facts: journal.slice(0, index + 1),
    };
  }
  return { atMs: journal.at(-1)?.atMs ?? 0, reason: 'interrupted', isTold: false, facts: journal };
}
