import type { Io } from './io.ts';
import { isInteractive } from './is-interactive.ts';
import { visibleLine } from './visible.ts';

const sessions: readonly string[] = ['train', 'watch', 'rest'];
/** What is asked for with these is no dashboard, or no session at all. */
const others: readonly string[] = ['--json', '--plain', '--accessible', '--help', '-h'];

/** Whether these arguments are a session that is going to be drawn on this terminal, as far as can be told so early. */
export const isForScreen = (io: Io, args: readonly string[]): boolean =>
  sessions.includes(args[0] ?? '') &&
  isInteractive(io) &&
  !io.env.ACCESSIBLE &&
  !args.some((each) => others.includes(each));

/**
 * The command table with all that a session's screen needs. While it loads, a line says what comes; the line is gone
 * before anything else is written.
 */
export async function gettingReady(io: Io, [name = '', routine = '']: readonly string[]) {
  const what = name !== 'train' || routine === '' || routine.startsWith('-') ? name : routine;
  const line = visibleLine(`pulsepace gets ${what} ready...`).slice(0, io.stdout.columns - 1);
  io.stdout.write(line);
  try {
    return (await import('./live.ts')).liveProgram;
  } finally {
    io.stdout.write(`\r${' '.repeat(line.length)}\r`);
  }
}
