import { takeLock } from '../journal/lock.ts';
import type { Source } from '../session/header.ts';
import { canAsk, createAsker } from './ask.ts';
import {
  type Interrupted,
  interruptedAt,
  interruptedPaths,
  isResumable,
} from './interrupted-sessions.ts';
import type { Io } from './io.ts';
import { askRecovery, recover } from './recover.ts';
import { sessionCatalogue } from './session-catalogue.ts';
import type { SessionFlags } from './session-flags.ts';

/**
 * Before a session: asks on a terminal about the newest that broke off within two hours with this kind of heart, and
 * tells of others. The one to go on with, or undefined. Throws a LockedError while a session runs.
 */
export async function offerRecovery(
  io: Io,
  directory: string | undefined,
  source: Source,
  { json }: Pick<SessionFlags, 'json'>,
): Promise<Interrupted | undefined> {
  if (directory === undefined) return undefined;
  const paths = interruptedPaths(await sessionCatalogue(io, directory, { mayBeFirst: true }));
  if (paths.length === 0) return undefined;
  takeLock(directory).release();
  const recent = paths.slice(0, 1).map((path) => interruptedAt(path));
  const [offered] = recent.filter((each) => isResumable(each) && each.header.source === source);
  if (offered === undefined || json === true || !canAsk(io)) {
    const one = paths.length === 1 ? '1 session is' : `${paths.length} sessions are`;
    io.stderr.write(`${one} interrupted: pulsepace log recover finishes, resumes or discards.\n`);
    return undefined;
  }
  const asker = createAsker({ input: io.stdin, output: io.stderr });
  try {
    const choice = await askRecovery(asker, offered);
    if (choice === 'resume') return offered;
    await recover(io, directory, offered, choice);
    return undefined;
  } finally {
    asker.close();
  }
}
