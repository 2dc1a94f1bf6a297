import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineOf } from '../../src/journal/line.ts';
import type { Fact } from '../../src/session/facts.ts';
import type { SessionHeader } from '../../src/session/header.ts';

/** Writes a journal into a data directory as the program would; `raw` are lines put in before the last fact. */
export function storeSession(
  directory: string,
  header: SessionHeader,
  facts: readonly Fact[],
  raw: readonly string[] = [],
): string {
  const folder = join(directory, 'sessions');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${header.startedAt.replace(/[:.]/g, '')}_${header.id}.ndjson`);
  const lines = facts.map(lineOf);
  const last = lines.pop() ?? '';
  writeFileSync(path, [lineOf(header), ...lines, ...raw, last].join(''));
  return path;
}

/** Standard output and error, kept as text. */
export function keptOutput() {
  const kept = { out: '', err: '' };
  return {
    stdout: { write: (text: string) => (kept.out += text) },
    stderr: { write: (text: string) => (kept.err += text) },
    kept,
  };
}
