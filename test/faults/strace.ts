import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { journalName } from '../../src/journal/journal-name.ts';
import { binary, environment } from '../end-to-end/pulsepace.ts';
import { runCommand } from './run-command.ts';

const knownChance = fileURLToPath(new URL('fixtures/known-chance.cjs', import.meta.url));

/** Every call that opens, reads, changes, syncs or names a file; `?` where another machine may not have it. */
const calls = [
  ...['openat', '?open', 'close', 'read', 'pread64', '?readv', 'write', 'pwrite64', '?writev'],
  ...['fsync', 'fdatasync', 'ftruncate', '?mkdir', 'mkdirat', '?rename', '?renameat', 'renameat2'],
  ...['?unlink', 'unlinkat', '?chmod', 'fchmod', 'fchmodat', '?access', 'faccessat', 'statx'],
  ...['getdents64', '?link', 'linkat', 'copy_file_range', 'sendfile'],
];

/** Why system calls cannot be made to fail on this machine; undefined where they can. */
export const untraceable: string | undefined = (() => {
  const { error, status } = spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', 'true']);
  if (error !== undefined) return 'strace is not installed';
  return status === 0 ? undefined : 'strace may not trace here';
})();

/** The n-th such call on one of our files (`when` of strace: `3`, `3+`, `3..7`) fails, or kills the program. */
export type Fault = {
  readonly call: string;
  readonly when: string;
  readonly does: `error=${string}` | `signal=${string}`;
};

export type Called = { readonly call: string; readonly thread: string; readonly line: string };

export type Traced = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The number of its main thread. */
  readonly main: string;
  /** The calls on our files, in order. */
  readonly calls: readonly Called[];
};

let traces = 0;

/**
 * The program with its system calls on our own files watched, of which some are made to fail. `inOneStream` gives its words
 * among its data, in the order in which they were said; of the files `only` one may be watched.
 */
export async function traced(
  home: string,
  args: readonly string[],
  faults: readonly Fault[] = [],
  files: readonly string[] = [],
  { inOneStream = false, only }: { inOneStream?: boolean; only?: string | undefined } = {},
): Promise<Traced> {
  traces += 1;
  const trace = join(tmpdir(), `pulsepace-trace-${process.pid}-${traces}`);
  const all = only === undefined ? [...ourFiles(home), ...files] : [only];
  const watched = all.flatMap((path) => ['-P', path]);
  const injected = faults.flatMap(({ call, when, does }) => [
    ...['-e', `inject=${call}:${does}:when=${when}`],
  ]);
  // Quicker, but where seccomp stops a process no signal can be put in.
  const stops = faults.some(({ does }) => does.includes('signal=')) ? [] : ['--seccomp-bpf'];
  const strace = ['-f', ...stops, '-qq', '-s', '96', '-y', '-ttt', '-o', trace, ...watched];
  const shell = inOneStream ? ['sh', '-c', 'exec "$0" "$@" 2>&1'] : [];
  const program = [...shell, process.execPath, '--require', knownChance, binary, ...args];
  const ran = await runCommand(
    'strace',
    [...strace, '-e', `trace=${calls.join(',')}`, ...injected, '--', ...program],
    // One thread beside the main one, so that the n-th call is always the same.
    environment(home, { UV_THREADPOOL_SIZE: '1', TRACED_PID_FILE: `${trace}.pid` }),
  );
  const seen = { main: readFileSync(`${trace}.pid`, 'utf8'), calls: calledIn(trace) };
  for (const path of [trace, `${trace}.pid`]) rmSync(path);
  return { ...ran, ...seen };
}

/** A call that another thread came between is told in two lines: it is one, in the place where it began. */
function calledIn(trace: string): Called[] {
  const made: { call: string; thread: string; line: string }[] = [];
  const unfinished = new Map<string, { line: string }>();
  for (const line of readFileSync(trace, 'utf8').split('\n')) {
    const [, thread = '', call = ''] = /^(\d+) +[\d.]+ (\w+)\(/.exec(line) ?? [];
    const [, from = '', rest = ''] = /^(\d+) +[\d.]+ <\.\.\. \w+ resumed>(.*)/.exec(line) ?? [];
    const begun = unfinished.get(from);
    if (begun !== undefined) begun.line = begun.line.replace(/ *<unfinished \.\.\.>$/, rest);
    if (call === '') continue;
    const called = { call, thread, line };
    made.push(called);
    unfinished.set(thread, called);
  }
  return made;
}

/** The n-th call of its kind on its thread, and the facts it writes there. */
type Point = { readonly call: string; readonly n: number; readonly facts: string[] };

/** Every call and number there is to fail. */
export function everyCall({ calls: made }: Traced): Point[] {
  const counts = new Map<string, number>();
  const points = new Map<string, Point>();
  for (const { call, thread, line } of made) {
    const n = (counts.get(`${thread} ${call}`) ?? 0) + 1;
    counts.set(`${thread} ${call}`, n);
    const point = points.get(`${call} ${n}`) ?? { call, n, facts: [] };
    points.set(`${call} ${n}`, point);
    point.facts.push(/\{\\"type\\":\\"([\w-]+)/.exec(line)?.[1] ?? '');
  }
  return [...points.values()];
}

/** The data folder and all that may be made in it within the next minute, the names known from `known-chance`. */
function ourFiles(home: string): string[] {
  const data = join(home, '.local/share/pulsepace');
  const sessions = join(data, 'sessions');
  const uuids = Array.from({ length: 6 }, (_, n) => `0000000${n + 1}`.padStart(12, '0'));
  const whole = ['profile.json', 'profile.json.bak', 'catalogue.json'].flatMap((name) => [
    name,
    ...uuids.map((end) => `${name}.00000000-0000-4000-8000-${end}.new`),
  ]);
  const nowMs = Date.now();
  const journals = Array.from({ length: 40 }, (_, second) =>
    journalName(new Date(nowMs + second * 1000).toISOString(), '000000'),
  );
  const hexes = Array.from({ length: 8 }, (_, n) => Buffer.alloc(6, n + 1).toString('hex'));
  return [
    join(home, '.local'),
    join(home, '.local/share'),
    data,
    sessions,
    ...[...whole, 'lock', 'lock.takeover'].map((name) => join(data, name)),
    ...journals.flatMap((name) => [
      join(sessions, name),
      ...hexes.map((hex) => join(sessions, `${name}.${hex}.new`)),
    ]),
  ];
}
