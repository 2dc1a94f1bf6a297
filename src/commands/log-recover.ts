import { dataDirectoryPath } from '../journal/data-directory.ts';
import { findSession } from '../journal/find-session.ts';
import { takeLock } from '../journal/lock.ts';
import { canAsk, createAsker } from './ask.ts';
import { DoorError, exitCode } from './door-error.ts';
import {
  type Interrupted,
  interruptedAt,
  interruptedPaths,
  isResumable,
} from './interrupted-sessions.ts';
import type { Io } from './io.ts';
import { jsonLine } from './log-json.ts';
import { agoText, askRecovery, nameOf, type Recovery, recover } from './recover.ts';
import { resumeSession } from './resume-session.ts';
import { sessionCatalogue } from './session-catalogue.ts';
import type { SessionFlags } from './session-flags.ts';
import { whereFor } from './where-for.ts';

export type RecoverFlags = Omit<SessionFlags, 'log'> & {
  readonly finish?: boolean;
  readonly discard?: boolean;
  readonly resume?: boolean;
};

/**
 * `log recover`: what broke off is finished at its last fact, discarded, or resumed as one session; by flag, or asked on
 * a terminal, or listed. Returns the exit code. Throws a LockedError while a session runs, whose journal has no end yet.
 */
export async function recoverLog(
  io: Io,
  session: string | undefined,
  flags: RecoverFlags,
): Promise<number> {
  const directory = dataDirectoryPath(whereFor(io, flags));
  const chosen = chosenBy(flags, session);
  const paths = interruptedPaths(await sessionCatalogue(io, directory));
  const found = wanted(directory, session, paths).map((path) => interruptedAt(path));
  if (flags.json === true && chosen === undefined) return listJson(io, found);
  if (found.length === 0) {
    io.stderr.write('No session is interrupted.\n');
    return exitCode.ok;
  }
  takeLock(directory).release();
  if (chosen === undefined && !canAsk(io)) return list(io, found);
  const choices = chosen === undefined ? await asked(io, found) : found.map(() => chosen);
  let resumed: Interrupted | undefined;
  for (const [index, each] of found.entries()) {
    if (choices[index] === 'resume') resumed ??= resumable(each);
    else await recover(io, directory, each, choices[index] ?? 'later');
  }
  return resumed === undefined ? exitCode.ok : resumeSession(io, resumed, { ...flags, log: true });
}

function chosenBy(flags: RecoverFlags, session: string | undefined): Recovery | undefined {
  const chosen = (['finish', 'discard', 'resume'] as const).filter((each) => flags[each] === true);
  if (chosen.length > 1) {
    throw new DoorError(`Only one of --${chosen.join(' and --')} can be done; choose one.`);
  }
  if (chosen[0] !== undefined && chosen[0] !== 'finish' && session === undefined) {
    throw new DoorError(`Which session? Name it: pulsepace log recover SESSION --${chosen[0]}.`);
  }
  return chosen[0];
}

function wanted(
  directory: string,
  session: string | undefined,
  interrupted: readonly string[],
): readonly string[] {
  if (session === undefined) return interrupted;
  const { path, header } = findSession(directory, session);
  if (interrupted.includes(path)) return [path];
  throw new DoorError(
    `${header.id} was not interrupted, it has its end; pulsepace log recover lists those that were.`,
    exitCode.notFound,
  );
}

function resumable(interrupted: Interrupted): Interrupted {
  if (isResumable(interrupted)) return interrupted;
  throw new DoorError(
    `${interrupted.header.id} cannot be resumed any more: it broke off ${agoText(interrupted)} ago, or its heart was a recording; finish it with --finish.`,
  );
}

async function asked(io: Io, found: readonly Interrupted[]): Promise<Recovery[]> {
  const asker = createAsker({ input: io.stdin, output: io.stderr });
  const choices: Recovery[] = [];
  try {
    for (const each of found) choices.push(await askRecovery(asker, each));
    return choices;
  } finally {
    asker.close();
  }
}

function list({ stdout, stderr }: Io, found: readonly Interrupted[]): number {
  for (const each of found) stdout.write(`${each.header.id}  ${nameOf(each)}\n`);
  stderr.write('pulsepace log recover SESSION --finish, --resume or --discard settles it.\n');
  return exitCode.ok;
}

function listJson({ stdout }: Io, found: readonly Interrupted[]): number {
  const interrupted = found.map((each) => ({
    id: each.header.id,
    routine: each.header.routine.id,
    startedAt: each.header.startedAt,
    lastFactS: each.state.atMs / 1000,
    isResumable: isResumable(each),
  }));
  stdout.write(jsonLine({ schema: 'pulsepace/interrupted/1', interrupted }));
  return exitCode.ok;
}
