import { dataDirectoryPath } from '../journal/data-directory.ts';
import { findSession } from '../journal/find-session.ts';
import { DoorError, exitCode } from './door-error.ts';
import { drawingFor } from './drawing.ts';
import { cr10Scale, effortFrom, noteFrom } from './effort-and-note.ts';
import type { Io } from './io.ts';
import { logList } from './log-list.ts';
import { logShow } from './log-show.ts';
import { profileFor } from './profile.ts';
import { sessionCatalogue } from './session-catalogue.ts';
import { whereFor } from './where-for.ts';

type LogFlags = { readonly json?: boolean; readonly dataDir?: string; readonly profile?: string };

/** `log note` and `log effort`: appends to a session's journal, named as `log show` names it. Returns the exit code. */
export async function addToLog(
  io: Io,
  session: string,
  after: { readonly cr10?: string; readonly note?: string },
  flags: LogFlags,
): Promise<number> {
  const directory = dataDirectoryPath(whereFor(io, flags));
  const { path, header } = findSession(directory, session);
  const [{ appendFacts }, { factsAfter }] = await Promise.all([
    import('../journal/append-facts.ts'),
    import('./after-session.ts'),
  ]);
  const facts = factsAfter(path, { cr10: cr10Of(after.cr10), note: noteOf(after.note) });
  await appendFacts(directory, path, facts);
  io.stderr.write(`Added to ${header.id}; pulsepace log show ${header.id} shows it.\n`);
  return exitCode.ok;
}

function cr10Of(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const cr10 = effortFrom(text);
  if (cr10 !== undefined) return cr10;
  throw new DoorError(
    `${JSON.stringify(text)} is no effort; give a number from 0 to 10: ${cr10Scale}.`,
  );
}

function noteOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const note = noteFrom(text);
  if (note !== undefined) return note;
  throw new DoorError('The note is empty; write it after the session, in quotes.');
}

const outputOf = (io: Io) => ({
  stdout: { write: (text: string) => io.stdout.write(text) },
  stderr: { write: (text: string) => io.stderr.write(text) },
});

/** `log list` of the data directory these flags name. Returns the exit code. */
export async function listLog(io: Io, flags: LogFlags): Promise<number> {
  const directory = dataDirectoryPath(whereFor(io, flags));
  const catalogue = await sessionCatalogue(io, directory);
  return logList(directory, catalogue, outputOf(io), {
    ...drawingFor(io),
    json: flags.json === true,
  });
}

/** `log show` of the data directory these flags name. Returns the exit code. */
export async function showLog(
  io: Io,
  session: string | undefined,
  flags: LogFlags,
): Promise<number> {
  const { store, directory } = await profileFor(io, flags);
  return logShow(directory, outputOf(io), {
    ...drawingFor(io),
    ...(session !== undefined && { session }),
    json: flags.json === true,
    profile: store.read(),
  });
}
