import { isOfTheDisk, troubleWith } from '../journal/trouble.ts';
import { exitCode } from './door-error.ts';
import { gettingReady, isForScreen } from './getting-ready.ts';
import type { Io } from './io.ts';
import { isInteractive } from './is-interactive.ts';
import { readyAnswer } from './ready-answer.ts';
import { visible } from './visible.ts';

/** Node and the script. */
const bareLength = 2;

/** Runs one command line to its exit code; without a command the home screen on a terminal, elsewhere the help. */
export async function run(io: Io): Promise<number> {
  io.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough is no fault.
    if (error.code === 'EPIPE') return;
    io.stderr.write(`The output cannot be written (${error.code}); it is not complete.\n`);
    process.exitCode = exitCode.ourFault;
  });
  // Where nobody reads what went wrong, there is nobody to tell.
  io.stderr.on('error', () => undefined);
  const args = io.argv.slice(bareLength);
  if (args.length > 0) return reported(io, () => runCommand(io, args));
  if (!isInteractive(io)) return reported(io, () => runCommand(io, ['--help']));
  return reported(io, async () => {
    const { home } = await import('./home.ts');
    return home(io, (chosen) => reported(io, () => runCommand(io, chosen)));
  });
}

async function runCommand(io: Io, args: readonly string[]): Promise<number> {
  const answered = await readyAnswer(io, args);
  if (answered !== undefined) return answered;
  const program = isForScreen(io, args)
    ? await gettingReady(io, args)
    : (await import('./program.ts')).program;
  let code: number = exitCode.ok;
  const chosen = program(io, args, (chosenCode) => {
    code = chosenCode;
  });
  await chosen.parseAsync([...args], { from: 'user' });
  return code;
}

/** Errors at the door are one sentence; a fault of ours says so, with its stack. */
async function reported(io: Io, doing: () => Promise<number>): Promise<number> {
  try {
    return await doing();
  } catch (error) {
    return report(io, error);
  }
}

function report(io: Io, error: unknown): number {
  if (!(error instanceof Error)) throw error;
  if (isOfUsage(error)) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
  if ('exitCode' in error && typeof error.exitCode === 'number') {
    io.stderr.write(`${visible(error.message)}\n`);
    return error.exitCode;
  }
  if (isOfTheDisk(error)) {
    io.stderr.write(`${visible(onDisk(error))}\n`);
    return exitCode.unwritable;
  }
  io.stderr.write(
    `This is a fault of pulsepace, not yours:\n${visible(error.stack ?? error.message)}\n`,
  );
  return exitCode.ourFault;
}

/** Said by commander already: a wrong command line, or help that was asked for. */
const isOfUsage = (error: Error): error is Error & { readonly exitCode: number } =>
  'code' in error && String(error.code).startsWith('commander.') && 'exitCode' in error;

/** A disk that refuses is no fault of ours, wherever it was met. */
function onDisk(error: NodeJS.ErrnoException): string {
  const place = error.path === undefined ? 'A file' : JSON.stringify(error.path);
  return `${place} cannot be used: ${troubleWith(error)}; make that good and try again.`;
}
