import { appendFacts } from '../journal/append-facts.ts';
import { readJournal } from '../journal/read-journal.ts';
import type { Fact } from '../session/facts.ts';
import { canAsk, createAsker } from './ask.ts';
import { askAfter } from './ask-after.ts';
import type { Io } from './io.ts';
import type { Manner } from './manner.ts';

/** Asks for effort and a note after a real session on a terminal (§5), and appends them to its journal. */
export async function afterSession(
  io: Pick<Io, 'stdin' | 'stderr'>,
  directory: string,
  path: string,
  { isAccessible }: Pick<Manner, 'isAccessible'>,
): Promise<void> {
  if (!canAsk(io)) return;
  const asker = createAsker({ input: io.stdin, output: io.stderr, isPlain: isAccessible });
  try {
    const { cr10, note } = await askAfter(asker);
    const facts = factsAfter(path, { cr10, note });
    if (facts.length > 0) await appendFacts(directory, path, facts);
  } catch (error) {
    // Ctrl-C, or a terminal that is gone: an answer nobody gave is left out; the session is saved already.
    if (!(error instanceof Error) || error.name !== 'UnansweredError') throw error;
  } finally {
    asker.close();
  }
}

/** Effort and note as facts; they carry the time of the last fact, since the session's clock has stopped. */
export function factsAfter(
  path: string,
  { cr10, note }: { readonly cr10?: number | undefined; readonly note?: string | undefined },
): Fact[] {
  const atMs = readJournal(path).facts.at(-1)?.atMs ?? 0;
  return [
    ...(cr10 === undefined ? [] : [{ type: 'effort-rated' as const, atMs, cr10 }]),
    ...(note === undefined ? [] : [{ type: 'note-added' as const, atMs, text: note }]),
  ];
}
