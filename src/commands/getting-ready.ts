import type { Io } from './io.ts';
import { isInteractive } from './is-interactive.ts';
import { visibleLine } from './visible.ts';

const sessions: readonly string[] = ['train', 'watch', 'rest'];
/** What is asked for with these is no dashboard, or no session at all. */
const others: readonly string[] = ['--json', '--plain', '--accessible', '--help', '-h'];

/**
 * Before a session on a terminal a line says that it comes, while all that its screen needs is loaded; then the line is
 * gone, before anything else is written. Does nothing for what shows no dashboard.
 */
export async function gettingReady(io: Io, args: readonly string[]): Promise<void> {
  const [name = '', routine = ''] = args;
  if (!sessions.includes(name) || !isInteractive(io) || io.env.ACCESSIBLE) return;
  if (args.some((each) => others.includes(each))) return;
  const what = name !== 'train' || routine === '' || routine.startsWith('-') ? name : routine;
  const line = visibleLine(`pulsepace gets ${what} ready …`).slice(0, io.stdout.columns - 1);
  io.stdout.write(line);
  try {
    await Promise.all([
      import('./program.ts'),
      import('./run-session.ts'),
      import('./dashboard-view.ts'),
    ]);
  } finally {
    io.stdout.write(`\r${' '.repeat(line.length)}\r`);
  }
}
