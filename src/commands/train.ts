import { findRoutine } from '../library/library.ts';
import { ownRoutinesFolder } from './config-directory.ts';
import type { Io } from './io.ts';
import { runSession } from './run-session.ts';
import type { SessionFlags } from './session-flags.ts';

/** `train`: runs a routine, named by id or by file. Returns the exit code. */
export const train = (io: Io, routine: string, flags: SessionFlags): Promise<number> =>
  runSession(io, findRoutine(routine, ownRoutinesFolder(io.env)), flags);
