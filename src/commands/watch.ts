import { openRoutine } from '../session/routine.ts';
import type { Io } from './io.ts';
import { runSession } from './run-session.ts';
import type { SessionFlags } from './session-flags.ts';

/** `watch`: the pulse, the guard and the log, without steps. Returns the exit code. */
export const watch = (io: Io, flags: SessionFlags): Promise<number> =>
  runSession(io, openRoutine, flags);
