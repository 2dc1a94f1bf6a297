import { constants } from 'node:os';
import type { Io } from './io.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/** How a session was told from outside to stop, and the exit code that says so (128+n). */
export type WayOut = {
  readonly code: () => number | undefined;
  readonly stop: (signal: (typeof signals)[number]) => void;
  readonly forget: () => void;
};

/**
 * Listens for signals and for a reader that has gone (EPIPE, EIO). The first asks for a saved end; the second time the
 * same happens `giveUp` must go at once.
 */
export function wayOut(io: Io, askToStop: () => void, giveUp: (code: number) => void): WayOut {
  let code: number | undefined;
  const stop = (signal: (typeof signals)[number]): void => {
    const asked = 128 + constants.signals[signal];
    if (code !== undefined) giveUp(asked);
    code = asked;
    askToStop();
  };
  const gone = (): void => {
    if (code === undefined) stop('SIGHUP');
  };
  const handlers = signals.map((signal) => [signal, () => stop(signal)] as const);
  for (const [signal, handler] of handlers) io.on(signal, handler);
  io.stdout.on('error', gone);
  return {
    code: () => code,
    stop,
    forget: () => {
      for (const [signal, handler] of handlers) io.off(signal, handler);
    },
  };
}
