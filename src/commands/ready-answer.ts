import { decode } from './decode.ts';
import { exitCode } from './door-error.ts';
import type { Io } from './io.ts';
import { readyHelp } from './ready-help.ts';
import { readyLine } from './ready-line.ts';
import { type ExportLine, runExport } from './run-export.ts';
import { version } from './version.ts';

/**
 * Answers what needs no command table: the version, `decode` without flags, help, and an `export` whose line is plain.
 * Returns the exit code; undefined for all else, which is commander's to read.
 */
export async function readyAnswer(io: Io, args: readonly string[]): Promise<number | undefined> {
  const [first, ...rest] = args;
  if (rest.length === 0 && first === 'decode') {
    await decode(io.stdin, io.stdout);
    return exitCode.ok;
  }
  const isVersion = rest.length === 0 && (first === '-V' || first === '--version');
  const text = isVersion ? `${version()}\n` : readyHelp(io, args);
  if (text !== undefined) {
    io.stdout.write(text);
    return exitCode.ok;
  }
  const line = first === 'export' ? readyLine(first, rest) : undefined;
  return line && runExport(io, line.words, line.flags as ExportLine);
}
