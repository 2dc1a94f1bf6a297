import { openRoutine } from '../session/routine.ts';
import { DoorError } from './door-error.ts';
import type { Io } from './io.ts';
import { runSession } from './run-session.ts';
import type { SessionFlags } from './session-flags.ts';

/** `watch`: the pulse, the guard and the log, without steps. Returns the exit code. */
export async function watch(io: Io, flags: SessionFlags): Promise<number> {
  const isEndless = flags.speed === 'max' && flags.minutes === undefined;
  const source = flags.sensor === false ? '' : (flags.sensor ?? io.env.PULSEPACE_SENSOR ?? '');
  if (isEndless && !source.startsWith('replay:')) {
    throw new DoorError(
      'An open session at --speed max would never end; say how long with --minutes, or watch a replay.',
    );
  }
  return runSession(io, openRoutine, flags);
}
