import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type Fact, factSchema } from '../../src/session/facts.ts';
import type { SessionHeader } from '../../src/session/header.ts';
import { headerSchema } from '../../src/session/header-schema.ts';

export const binary = fileURLToPath(new URL('../../bin/pulsepace.js', import.meta.url));
export const recording = fileURLToPath(
  new URL('../../../shared/data/ramp-and-recovery.rr.txt', import.meta.url),
);

export type Ran = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** An empty folder that goes with the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pulsepace-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The home of a person who has answered the questions that are asked once. */
export function knownHome(): string {
  const home = emptyFolder();
  const data = join(home, '.local/share/pulsepace');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const profile = { schemaVersion: 1, askedAt: '2026-11-22T07:00:00.000Z' };
  writeFileSync(join(data, 'profile.json'), JSON.stringify(profile), { mode: 0o600 });
  return home;
}

export const environment = (home: string, extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: home,
  LANG: 'C.UTF-8',
  ...extra,
});

/** The program as a person runs it, without a terminal, in a home of its own; `from` is where it is installed. */
export function run(
  home: string,
  args: readonly string[],
  { input = '', env = {}, from = binary } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [from, ...args], { env: environment(home, env) });
  const ran = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ran.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ran.stderr += text;
  });
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, ...ran }));
  });
}

export type Stored = { readonly header: SessionHeader; readonly facts: readonly Fact[] };

/** The newest journal of a home, read without our reader; every line must be a fact. */
export function newestJournal(home: string): Stored {
  const folder = join(home, '.local/share/pulsepace/sessions');
  // By what was written last: two may have begun within the same second.
  const writtenMs = (each: string): number => statSync(join(folder, each)).mtimeMs;
  const names = readdirSync(folder).sort((a, b) => writtenMs(a) - writtenMs(b));
  const name = names.at(-1) ?? 'none';
  const [header = '', ...lines] = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
  return {
    header: headerSchema.parse(JSON.parse(header)),
    facts: lines.map((line) => factSchema.parse(JSON.parse(line))),
  };
}
