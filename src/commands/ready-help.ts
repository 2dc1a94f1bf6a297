import { readFileSync } from 'node:fs';
import { helpColumns, helpWidth } from './help-width.ts';
import type { Io } from './io.ts';

const written = new URL('help.json', import.meta.url);

/**
 * The help asked for, as the bundle keeps it: written by commander when that was built. Undefined where it is not help that
 * is asked for, on a narrower terminal, and in a checkout.
 */
export function readyHelp({ stdout }: Io, args: readonly string[]): string | undefined {
  const words = wordsOf(args);
  if (words === undefined || helpWidth(stdout) !== helpColumns) return undefined;
  try {
    const texts: Record<string, string> = JSON.parse(readFileSync(written, 'utf8'));
    return Object.hasOwn(texts, words) ? texts[words] : undefined;
  } catch {
    return undefined;
  }
}

/** `log list` of `log list --help`; empty for the program's own. */
function wordsOf(args: readonly string[]): string | undefined {
  const last = args.at(-1);
  if (args.length === 1 && last === 'help') return '';
  return last === '--help' || last === '-h' ? args.slice(0, -1).join(' ') : undefined;
}
