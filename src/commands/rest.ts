import { restingTest } from '../session/resting-test.ts';
import type { Io } from './io.ts';
import { runSession } from './run-session.ts';
import type { SessionFlags } from './session-flags.ts';

const usualMinutes = 3;

/** `rest`: the pulse at rest and its variability, measured for some minutes. Returns the exit code. */
export const rest = (io: Io, { minutes = usualMinutes, ...flags }: SessionFlags): Promise<number> =>
  runSession(io, restingTest, flags, { kind: 'rest', baselineS: minutes * 60 });
