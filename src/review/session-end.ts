import type { EndReason, Fact } from '../session/facts.ts';

/** When and why a session ended, and its facts until then. */
export type SessionEnd = {
  readonly atMs: number;
  readonly reason: EndReason;
  /** Whether the journal itself says that it ended. */
  readonly isTold: boolean;
  readonly facts: readonly Fact[];
  /** Of these facts all but the measurements: a few in a hundred. */
  readonly told: readonly Fact[];
  /** The same of the whole journal, what came after the end included. */
  readonly allTold: readonly Fact[];
};

/** The end of a session; where nothing says that it ended, it is its last fact, and the reason `interrupted`. */
export function sessionEnd(journal: readonly Fact[]): SessionEnd {
  const allTold: Fact[] = [];
  let told: readonly Fact[] = allTold;
  let end: Pick<SessionEnd, 'atMs' | 'reason' | 'isTold' | 'facts'> | undefined;
  for (let at = 0; at < journal.length; at += 1) {
    const fact = journal[at];
    if (fact === undefined || fact.type === 'measured') continue;
    allTold.push(fact);
    if (fact.type !== 'session-ended' || end !== undefined) continue;
    const { atMs, reason } = fact;
    end = { atMs, reason, isTold: true, facts: journal.slice(0, at + 1) };
    told = allTold.slice();
  }
  end ??= {
    atMs: journal.at(-1)?.atMs ?? 0,
    reason: 'interrupted',
    isTold: false,
    facts: journal,
  };
  return { ...end, told, allTold };
}
