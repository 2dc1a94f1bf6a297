import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Io } from '../../src/commands/io.ts';
import { run } from '../../src/commands/run.ts';
import type { SessionHeader } from '../../src/session/header.ts';
import { headerSchema } from '../../src/session/header-schema.ts';

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

export const dataOf = (home: string): string => join(home, 'data');
export const configOf = (home: string): string => join(home, 'config');

/** The program's commands without a process of their own, on real streams, with the data and settings of a home. */
export async function runHere(
  home: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const io = {
    argv: ['node', 'pulsepace', ...args],
    env: {
      LANG: 'C.UTF-8',
      PULSEPACE_DATA_DIR: dataOf(home),
      PULSEPACE_CONFIG_DIR: configOf(home),
      ...env,
    },
    stdin,
    stdout,
    stderr,
    on: () => process,
    off: () => process,
  } as unknown as Io;
  stdin.end();
  const code = await run(io);
  const textOf = (stream: PassThrough): string => (stream.read() ?? '').toString();
  return { code, stdout: textOf(stdout), stderr: textOf(stderr) };
}

/** The header of the newest journal of a home. */
export function newestHeader(home: string): SessionHeader {
  const folder = join(dataOf(home), 'sessions');
  const name = readdirSync(folder).sort().at(-1) ?? 'none';
  const [line = ''] = readFileSync(join(folder, name), 'utf8').split('\n');
  return headerSchema.parse(JSON.parse(line));
}
