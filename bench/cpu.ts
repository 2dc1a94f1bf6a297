/**
 * Processor time at one beat a second, in real time: the whole program on the simulator beside Ink alone showing the same
 * kind of frames, and beside a loop that writes raw lines. `npm run bench -- cpu [SECONDS]`
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type IPty, spawn } from '@lydell/node-pty';

const seconds = Number(process.argv[2] ?? 60);
const warmUpS = 10;
const ticksPerS = 100;
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'pulsepace-cpu-'));
const raw =
  'let n = 0; setInterval(() => process.stdout.write("\\r" + (60 + (n++ % 40)) + " bpm"), 1000)';
const lasting = String(seconds + warmUpS + 20);

const peers: readonly (readonly [string, readonly string[]])[] = [
  [
    'pulsepace, simulator, dashboard',
    [here('../bin/pulsepace.js'), 'watch', '--sensor', 'simulator', '--data-dir', home],
  ],
  [
    'Ink alone, the same frames',
    ['--import', here('typescript.mjs'), here('painter-child.ts'), 'ink', lasting, '1000'],
  ],
  ['raw lines', ['-e', raw]],
];

const running = peers.map(([name, args]) => {
  const terminal = spawn(process.execPath, [...args], {
    cols: 80,
    rows: 24,
    env: { PATH: process.env.PATH, HOME: home, TERM: 'xterm-256color', LANG: 'C.UTF-8' },
  });
  let bytes = 0;
  terminal.onData((data) => {
    bytes += Buffer.byteLength(data);
  });
  return { name, terminal, bytes: () => bytes };
});

await pause(warmUpS * 1000);
const before = running.map(({ terminal, bytes }) => ({ cpuMs: cpuMs(terminal), bytes: bytes() }));
await pause(seconds * 1000);
for (const [index, { name, terminal, bytes }] of running.entries()) {
  const used = cpuMs(terminal) - (before[index]?.cpuMs ?? 0);
  const wrote = bytes() - (before[index]?.bytes ?? 0);
  const share = ((used / (seconds * 1000)) * 100).toFixed(2);
  console.log(
    `${name.padEnd(34)}${share.padStart(6)} % of a core  ${(wrote / seconds).toFixed(0).padStart(6)} bytes a second`,
  );
}
for (const { terminal } of running) terminal.kill('SIGTERM');
rmSync(home, { recursive: true, force: true });

/** Of a process and all it has started, as Linux counts it. */
function cpuMs({ pid }: Pick<IPty, 'pid'>): number {
  return [pid, ...childrenOf(pid)].reduce((sum, each) => sum + ownMs(each), 0);
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && fieldsOf(Number(name))[1] === String(pid))
    .flatMap((name) => [Number(name), ...childrenOf(Number(name))]);
}

function ownMs(pid: number): number {
  const fields = fieldsOf(pid);
  return ((Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 1000) / ticksPerS;
}

/** From the state on: what stands before it may hold blanks. */
function fieldsOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  } catch {
    return [];
  }
}
