import type { Asker } from './ask.ts';
import { cr10Scale, effortFrom, noteFrom } from './effort-and-note.ts';

/** Effort and a note after a session (§5); both may be left out. */
export async function askAfter(asker: Asker): Promise<{ cr10?: number; note?: string }> {
  const cr10 = await effortAsked(asker);
  const note = noteFrom(await asker.ask('A short note, or Enter for none: '));
  return { ...(cr10 !== undefined && { cr10 }), ...(note !== undefined && { note }) };
}

async function effortAsked(asker: Asker): Promise<number | undefined> {
  asker.say(`How hard was it? ${cr10Scale}`);
  for (;;) {
    const answer = await asker.ask('A number from 0 to 10, or Enter to leave it out: ');
    if (answer === '') return undefined;
    const cr10 = effortFrom(answer);
    if (cr10 !== undefined) return cr10;
    asker.say('That is no number from 0 to 10; halves such as 2.5 are.');
  }
}
