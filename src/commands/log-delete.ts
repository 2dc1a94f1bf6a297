import { dataDirectoryPath } from '../journal/data-directory.ts';
import { deleteJournal } from '../journal/delete-journal.ts';
import { type FoundSession, findSession } from '../journal/find-session.ts';
import { titleOf } from '../session/header.ts';
import { plainText } from '../ui/plain-text.ts';
import { canAsk, createAsker } from './ask.ts';
import type { DataFlags } from './data-options.ts';
import { DoorError, exitCode } from './door-error.ts';
import type { Io } from './io.ts';
import { localTime } from './log-words.ts';
import { whereFor } from './where-for.ts';

export type DeleteFlags = DataFlags & { readonly yes?: boolean };

/** `log delete`: asks on a terminal, takes `--yes` anywhere. Returns the exit code: 0 also where the answer was no. */
export async function deleteFromLog(io: Io, session: string, flags: DeleteFlags): Promise<number> {
  const directory = dataDirectoryPath(whereFor(io, flags));
  const found = findSession(directory, session);
  if (flags.yes !== true && !(await isSure(io, found))) {
    io.stderr.write('Nothing was deleted.\n');
    return exitCode.ok;
  }
  await deleteJournal(directory, found.path);
  io.stderr.write(`Deleted ${nameOf(found)}.\n`);
  return exitCode.ok;
}

const nameOf = ({ header }: FoundSession): string =>
  `${header.id}, ${plainText(titleOf(header), 60)} of ${localTime(header.startedAt, header.utcOffsetMinutes)}`;

async function isSure(io: Io, found: FoundSession): Promise<boolean> {
  if (!canAsk(io)) {
    throw new DoorError(
      `Deleting cannot be undone, and there is no terminal to ask on; add --yes to delete ${found.header.id}.`,
    );
  }
  const asker = createAsker({ input: io.stdin, output: io.stderr });
  try {
    const answer = await asker.ask(
      `Delete ${nameOf(found)}? It cannot be undone. Type yes to delete it: `,
    );
    return answer.toLowerCase() === 'yes';
  } finally {
    asker.close();
  }
}
