import { constants } from 'node:os';
import type { Io } from './io.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;
type Signal = (typeof signals)[number];

/** How a session was told from outside to stop. */
export type WayOut = {
  /** 128+n once it was. */
  readonly code: () => number | undefined;
  readonly stop: (signal: Signal) => void;
  readonly forget: () => void;
};

/** Between two screens a terminal that fails ends nothing; without a listener it would end the process. */
const unheeded = (): void => undefined;

/**
 * Listens for signals, for a reader that has gone, and for the process coming to an end it did not plan. The first
 * signal asks for a saved end; a second one, or an uncaught exception, gives everything back and goes at once.
 */
export function wayOut(io: Io, askToStop: () => void, giveBack: () => void): WayOut {
  let code: number | undefined;
  const stop = (signal: Signal): void => {
    const asked = 128 + constants.signals[signal];
    if (code !== undefined) {
      giveBack();
      process.exit(asked);
    }
    code = asked;
    askToStop();
  };
  const gone = (): void => {
    if (code === undefined) stop('SIGHUP');
  };
  const handlers = signals.map((signal) => [signal, () => stop(signal)] as const);
  for (const [signal, handler] of handlers) io.on(signal, handler);
  // A monitor does not catch: what went wrong is still told, and the exit code is 1.
  io.on('uncaughtExceptionMonitor', giveBack);
  io.stdout.on('error', gone);
  // A terminal that hangs up ends its input, or fails it; what is no terminal may end as it likes.
  const isTerminal = io.stdin.isTTY === true;
  if (isTerminal) io.stdin.on('error', gone).on('end', gone);
  return {
    code: () => code,
    stop,
    forget: () => {
      for (const [signal, handler] of handlers) io.off(signal, handler);
      io.off('uncaughtExceptionMonitor', giveBack);
      io.stdout.off('error', gone);
      if (!isTerminal) return;
      io.stdin.off('error', gone).off('end', gone);
      if (!io.stdin.listeners('error').includes(unheeded)) io.stdin.on('error', unheeded);
    },
  };
}
