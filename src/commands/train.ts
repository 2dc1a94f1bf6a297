import { compiledRoutine } from '../library/compiled-routine.ts';
import { ownRoutinesFolder } from './config-directory.ts';
import type { Io } from './io.ts';
import { runSession } from './run-session.ts';
import type { SessionFlags } from './session-flags.ts';

/** `train`: runs a routine, named by id or by file; YAML is loaded only for a file. Returns the exit code. */
export async function train(io: Io, name: string, flags: SessionFlags): Promise<number> {
  const routine = compiledRoutine(name) ?? (await fromFile(io, name));
  return runSession(io, routine, flags);
}

async function fromFile(io: Io, name: string) {
  const { findRoutine } = await import('../library/library.ts');
  return findRoutine(name, ownRoutinesFolder(io.env));
}
