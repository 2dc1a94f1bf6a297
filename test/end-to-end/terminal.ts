import { closeSync, constants, openSync } from 'node:fs';
import { type IPty, spawn } from '@lydell/node-pty';
import { Terminal } from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { binary, environment } from './pulsepace.ts';

export type RealTerminal = {
  /** All bytes the program wrote. */
  readonly written: () => string;
  /** What is on the screen now, row by row. */
  readonly screen: () => Promise<string>;
  /** Waits for a screen that shows the text; fails with the screen when it does not come. */
  readonly shows: (text: string | RegExp, withinMs?: number) => Promise<string>;
  /** Waits for a screen without the text. */
  readonly showsNot: (text: string) => Promise<string>;
  readonly type: (keys: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  readonly kill: (signal: string) => void;
  /** Closes the terminal's own side, as when its window is closed. */
  readonly hangUp: () => void;
  readonly stopReading: () => void;
  readonly goOnReading: () => void;
  readonly pid: number;
  readonly exit: Promise<{ exitCode: number; signal?: number | undefined }>;
  /** Whether the alternate screen is on. */
  readonly isAlternate: () => boolean;
};

const lookEveryMs = 20;

const ours: readonly string[] = [process.execPath, binary];

/** What a shell does with a job that stops: takes the terminal, says so, and brings it back. */
const jobControl = 'set -m; "$0" "$@"; echo has stopped; sleep 0.3; fg; echo status $?';

/**
 * The program, or `program`, in a real pseudo-terminal, its screen kept by a terminal emulator; `inShell` as a job of a
 * shell, `under` another program.
 */
export function terminal(
  home: string,
  args: readonly string[],
  {
    columns = 80,
    rows = 24,
    env = {} as NodeJS.ProcessEnv,
    inShell = false,
    under = [] as readonly string[],
    program = ours,
  } = {},
): RealTerminal {
  const emulator = new Terminal({ cols: columns, rows, allowProposedApi: true });
  const command = [...program, ...args];
  const [file = '', ...argv] = inShell
    ? ['/bin/sh', '-c', jobControl, ...command]
    : [...under, ...command];
  const pty = spawn(file, argv, {
    cols: columns,
    rows,
    env: environment(home, { TERM: 'xterm-256color', ...env }),
  });
  keepOpenUntilRead(pty);
  let written = '';
  pty.onData((text) => {
    written += text;
    emulator.write(text);
  });
  // Shells ask a terminal what it is.
  if (program !== ours) emulator.onData((answer) => pty.write(answer));
  const exit = new Promise<{ exitCode: number; signal?: number | undefined }>((resolve) => {
    pty.onExit(resolve);
  });
  onTestFinished(() => {
    try {
      pty.kill('SIGKILL');
    } catch {
      // It has ended already.
    }
  });
  const screen = async (): Promise<string> => {
    await new Promise<void>((done) => emulator.write('', done));
    const { active } = emulator.buffer;
    return Array.from({ length: emulator.rows }, (_, row) =>
      (active.getLine(active.viewportY + row)?.translateToString(true) ?? '').trimEnd(),
    ).join('\n');
  };
  const until = async (isRight: (screen: string) => boolean, what: string, withinMs: number) => {
    const untilMs = performance.now() + withinMs;
    for (;;) {
      const now = await screen();
      if (isRight(now)) return now;
      if (performance.now() > untilMs) throw new Error(`The screen never showed ${what}:\n${now}`);
      await new Promise((done) => setTimeout(done, lookEveryMs));
    }
  };
  return {
    written: () => written,
    screen,
    shows: (text, withinMs = 20_000) =>
      until(
        (now) => (typeof text === 'string' ? now.includes(text) : text.test(now)),
        `${text}`,
        withinMs,
      ),
    showsNot: (text) => until((now) => !now.includes(text), `itself without ${text}`, 20_000),
    type: (keys) => pty.write(keys),
    resize: (toColumns, toRows) => {
      emulator.resize(toColumns, toRows);
      pty.resize(toColumns, toRows);
    },
    kill: (signal) => pty.kill(signal),
    hangUp: () => (pty as unknown as { destroy(): void }).destroy(),
    stopReading: () => pty.pause(),
    goOnReading: () => pty.resume(),
    pid: pty.pid,
    exit,
    isAlternate: () => emulator.buffer.active.type === 'alternate',
  };
}

/** What node-pty has and does not tell of. */
type Inside = {
  readonly _pty: string;
  readonly _socket: { readonly bytesRead: number; destroy: () => unknown };
};

/**
 * Once its program has ended, a terminal is read a single time, 4 KiB, and closed: libuv takes a short read before a hang-up
 * for the end, and node-pty waits 200 ms. A busy machine would lose the rest, so both sides stay open here until nothing
 * more has come for a while.
 */
function keepOpenUntilRead(pty: IPty): void {
  const { _pty: path, _socket: socket } = pty as unknown as Inside;
  const otherSide = openSync(path, constants.O_RDWR | constants.O_NOCTTY);
  const destroy = socket.destroy.bind(socket);
  let isToBeDestroyed = false;
  socket.destroy = () => {
    if (isThere(pty.pid)) return destroy();
    isToBeDestroyed = true;
    return socket;
  };
  let read = -1;
  let quietLooks = 0;
  const looking = setInterval(() => {
    if (isThere(pty.pid)) return;
    quietLooks = read === socket.bytesRead ? quietLooks + 1 : 0;
    read = socket.bytesRead;
    if (quietLooks < 10) return;
    clearInterval(looking);
    closeSync(otherSide);
    socket.destroy = destroy;
    if (isToBeDestroyed) destroy();
  }, 5);
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
