import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
import { asNodeRunsThem } from '../built-parts.ts';

/** The script with all of the house that it imports, so that a plain child process can run it. */
export function builtScript(script: string): () => string {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pulsepace-built-'));
    const stdin = { contents: script, resolveDir: resolve('.'), loader: 'ts' } as const;
    buildSync({ ...asNodeRunsThem, stdin, outfile: join(folder, 'script.mjs') });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => join(folder, 'script.mjs');
}

export type Ended = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** The child, what it has said so far, and all it said by its end. */
export function run(
  command: string,
  args: readonly string[],
): { child: ChildProcess; ended: Promise<Ended>; said: () => string } {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdin.on('error', () => {});
  const ended = new Promise<Ended>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
  return { child, ended, said: () => stdout };
}
