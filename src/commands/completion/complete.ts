import type { Command } from 'commander';
import { plainText } from '../../ui/plain-text.ts';
import type { Io } from '../io.ts';
import { whereFor } from '../where-for.ts';
import { candidates } from './candidates.ts';
import { knownValues } from './known-values.ts';
import { typedLine } from './typed-line.ts';

const longestAbout = 80;

/** `complete`: what may follow on a line, one a line, its meaning behind a tab. What no terminal shows faithfully is left out. */
export async function complete(io: Io, pulsepace: Command, text: string): Promise<void> {
  const line = typedLine(text);
  const { words } = line;
  const where = whereFor(io, { ...flagIn(words, 'dataDir'), ...flagIn(words, 'profile') });
  const found = await candidates(pulsepace, line, knownValues(io.env, where));
  for (const { value, about } of found) {
    if (plainText(value) === value)
      io.stdout.write(`${value}\t${plainText(about, longestAbout)}\n`);
  }
}

const flagNames = { dataDir: '--data-dir', profile: '--profile' } as const;

/** What a line says of where the data lives. */
function flagIn(words: readonly string[], key: keyof typeof flagNames) {
  const name = flagNames[key];
  const joined = words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  const at = words.indexOf(name);
  const value = joined ?? (at < 0 ? undefined : words[at + 1]);
  return value === undefined ? {} : { [key]: value };
}
