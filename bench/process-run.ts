import { spawnSync } from 'node:child_process';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';

export const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
export const binary = here('../bin/pulsepace.js');

export type RunOptions = { readonly input?: string; readonly home?: string };
export type Ran = { readonly stdout: string; readonly stderr: string };

/** Runs Node with these arguments to its end and gives stdout; throws where it fails. */
export const node = (args: readonly string[], options?: RunOptions): string =>
  ranWhole(args, options).stdout;

/** The same with what it said on stderr; or another program than Node. */
export function ranWhole(
  args: readonly string[],
  { input = '', home = '/nonexistent' }: RunOptions = {},
  file = execPath,
): Ran {
  const { status, stdout, stderr, error } = spawnSync(file, args, {
    encoding: 'utf8',
    input,
    maxBuffer: 2 ** 28,
    env: { PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8' },
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return { stdout, stderr };
}

/** Whether the system has such a program. */
export function isThere(file: string, flag = '--version'): boolean {
  return spawnSync(file, [flag], { stdio: 'ignore' }).error === undefined;
}
