import { CommanderError } from 'commander';
import { exitCode } from './door-error.ts';
import type { Io } from './io.ts';
import { isInteractive } from './is-interactive.ts';
import { program } from './program.ts';

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
  if (io.argv.length > bareLength) return runCommand(io, io.argv.slice(bareLength));
  try {
    if (isInteractive(io)) {
      const { home } = await import('./home.ts');
      return await home(io, (args) => runCommand(io, args));
    }
    program(io, () => undefined).outputHelp();
    return exitCode.ok;
  } catch (error) {
    return report(io, error);
  }
}

/** Errors at the door are one sentence; a fault of ours says so, with its stack. */
async function runCommand(io: Io, args: readonly string[]): Promise<number> {
  let code: number = exitCode.ok;
  const chosen = program(io, (chosenCode) => {
    code = chosenCode;
  });
  try {
    await chosen.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return report(io, error);
  }
}

function report(io: Io, error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
  if (!(error instanceof Error)) throw error;
  if ('exitCode' in error && typeof error.exitCode === 'number') {
    io.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  io.stderr.write(`This is a fault of pulsepace, not yours:\n${error.stack ?? error.message}\n`);
  return exitCode.ourFault;
}
