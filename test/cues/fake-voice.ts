import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Voice } from '../../src/cues/voices.ts';

export type FakeVoice = {
  readonly folder: string;
  readonly voice: Voice;
  /** What it was given to say, in order, from those it began with. */
  readonly begun: () => readonly string[];
  /** What it said to its end. */
  readonly finished: () => readonly string[];
  /** Its arguments each time, one string a call. */
  readonly argv: () => readonly string[];
  readonly pids: () => readonly number[];
};

/** A program that stands for the system's voice: keeps what it gets, "speaks" for `lastsS`, ends with `code`. */
export function fakeVoice({
  name = 'espeak-ng',
  lastsS = 0,
  code = 0,
  complaint = '',
} = {}): FakeVoice {
  const folder = mkdtempSync(join(tmpdir(), 'pulsepace-voice-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, name);
  writeFileSync(
    program,
    `#!/bin/sh
read -r text
echo "$*" >> '${folder}/argv'
echo $$ >> '${folder}/pids'
echo "$text" >> '${folder}/begun'
[ ${lastsS} = 0 ] || sleep ${lastsS}
echo "$text" >> '${folder}/finished'
[ -z '${complaint}' ] || echo '${complaint}' >&2
exit ${code}
`,
  );
  chmodSync(program, 0o755);
  const lines = (file: string) => () =>
    existsSync(join(folder, file))
      ? readFileSync(join(folder, file), 'utf8').trimEnd().split('\n')
      : [];
  return {
    folder,
    voice: { program, args: ['-v', 'en', '--stdin'] },
    begun: lines('begun'),
    finished: lines('finished'),
    argv: lines('argv'),
    pids: () => lines('pids')().map(Number),
  };
}

/** Whether a process still runs. */
export function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
