import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineOf } from '../../src/journal/line.ts';
import type { Fact } from '../../src/session/facts.ts';
import { knownHome } from '../end-to-end/pulsepace.ts';
import { header, recordedFacts } from '../journal/samples.ts';

export const earlierName = '2026-11-20T070000Z_cd34ef.ndjson';
export const earlierText = [
  { ...header, id: 'cd34ef', startedAt: '2026-11-20T07:00:00.000Z' },
  ...recordedFacts(20),
]
  .map((each) => lineOf(each as Fact))
  .join('');

export const dataOf = (home: string): string => join(home, '.local/share/pulsepace');
export const sessionsOf = (home: string): string => join(dataOf(home), 'sessions');
export const earlierOf = (home: string): string => join(sessionsOf(home), earlierName);

/** The home of a person with one session in the log, and no catalogue yet. */
export function storingHome(): string {
  const home = knownHome();
  mkdirSync(sessionsOf(home), { mode: 0o700 });
  writeFileSync(earlierOf(home), earlierText, { mode: 0o600 });
  return home;
}

/** The lines of the session that came after the earlier one; none where there is no other. */
export function laterLines(home: string): string[] {
  const [name] = readdirSync(sessionsOf(home)).filter(
    (each) => each.endsWith('.ndjson') && each !== earlierName,
  );
  if (name === undefined) return [];
  const text = readFileSync(join(sessionsOf(home), name), 'utf8');
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
