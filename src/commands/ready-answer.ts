import { decode } from './decode.ts';
import type { Io } from './io.ts';
import { readyHelp } from './ready-help.ts';
import { version } from './version.ts';

/**
 * Answers what needs no command table: the version, `decode` without flags, and help. False for all else, which is
 * commander's to read.
 */
export async function readyAnswer(io: Io, args: readonly string[]): Promise<boolean> {
  const [first, ...rest] = args;
  if (rest.length === 0 && first === 'decode') {
    await decode(io.stdin, io.stdout);
    return true;
  }
  const isVersion = rest.length === 0 && (first === '-V' || first === '--version');
  const text = isVersion ? `${version()}\n` : readyHelp(io, args);
  if (text !== undefined) io.stdout.write(text);
  return text !== undefined;
}
