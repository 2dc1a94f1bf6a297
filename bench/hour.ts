/**
 * Memory, processor time and bytes of an hour in real time: the whole program with its driver in a real terminal, a strap at
 * 1 Hz. One program is left alone, a second beside it collects its garbage each 10 s, and a loop that writes raw lines is
 * the floor. Equal work: every measurement that was sent is in both journals.
 * npm run bench -- hour [MINUTES, 60]; writes bench/hour.txt
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, execPath, exit, stdout } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import { machineText } from './machine.ts';
import { anonymousMiBOf, cpuMsOf, rssMiBOf, treeOf } from './processes.ts';
import { type Point, slopeOf } from './slope.ts';
import { wornProgram } from './worn-program.ts';

const machine = machineText();
const minutes = Number(argv[2] ?? 60);
const everyMs = 10_000;
const msPerDay = 86_400_000;
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pulsepace-hour-'));
const heaps = join(folder, 'heaps');
const raw =
  'let n = 0; setInterval(() => process.stdout.write("\\r" + (60 + (n++ % 40)) + " bpm"), 1000)';

const [alone, collecting] = [
  await wornProgram(),
  await wornProgram({
    requires: [here('heap-probe.cjs')],
    env: { PULSEPACE_HEAP_PROBE: heaps },
  }),
];
const floor = spawn(execPath, ['-e', raw], { cols: 80, rows: 24 });
const startedMs = performance.now();
const startedAtMs = Date.now();

let second = 0;
/** Between 68 and 94, so that the guard warns for a while in each five minutes. */
const beat = setInterval(() => {
  const bpm = Math.round(81 + 11 * Math.sin(second / 48) + 2 * Math.sin(second * 1.7));
  for (const { send } of [alone, collecting]) send(bpm);
  second += 1;
}, 1000);

type Sample = {
  readonly atMs: number;
  readonly program: number;
  readonly driver: number;
  readonly driverAlone: number;
  readonly raw: number;
};

const [program = 0, driver = 0] = [alone.terminal.pid, nodesUnder(alone.terminal.pid)[0]];
const samples: Sample[] = [];
await pause(everyMs);
const before = { atMs: performance.now(), ...counted() };
while (performance.now() - startedMs < minutes * 60_000) {
  await pause(everyMs);
  samples.push({
    atMs: performance.now() - startedMs,
    program: rssMiBOf(program),
    driver: rssMiBOf(driver),
    driverAlone: anonymousMiBOf(driver),
    raw: rssMiBOf(floor.pid),
  });
}
const after = { atMs: performance.now(), ...counted() };
clearInterval(beat);
await pause(2000);
floor.kill();
const sent = [alone, collecting].map(({ strap }) => strap.sent.length);
const kept = (await Promise.all([alone.close(), collecting.close()])).map(
  (lines) => lines.filter((line) => JSON.parse(line).type === 'measured').length,
);
const probed = readFileSync(heaps, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
rmSync(folder, { recursive: true, force: true });

const isWhole = sent.every((count, index) => count > 0 && count === kept[index]);
const text = report();
stdout.write(text);
writeFileSync(here('hour.txt'), text);
exit(isWhole ? 0 : 1);

function nodesUnder(pid: number): readonly number[] {
  return treeOf(pid)
    .slice(1)
    .filter((each) => rssMiBOf(each) > 20);
}

function counted() {
  return {
    cpuMs: cpuMsOf(treeOf(program)),
    floorCpuMs: cpuMsOf([floor.pid]),
    bytes: alone.written(),
  };
}

function report(): string {
  const lastMinute = samples.filter(({ atMs }) => atMs > minutes * 60_000 - 60_000);
  const wallMs = after.atMs - before.atMs;
  const share = (ms: number): string => `${((100 * ms) / wallMs).toFixed(2)} % of a core`;
  const row = (what: string, of: (sample: Sample) => number): string => {
    const points = samples.map((sample): Point => [sample.atMs, of(sample)]);
    const end = lastMinute.reduce((sum, sample) => sum + of(sample), 0) / lastMinute.length;
    const first = samples.find(({ atMs }) => atMs >= 60_000) ?? samples[0];
    const most = Math.max(...samples.map(of));
    return line(what, [first === undefined ? Number.NaN : of(first), end, most], points);
  };
  const probe = (what: string, role: string, field: 'heapUsed' | 'rss'): string => {
    const points = probed
      .filter((each) => each.role === role)
      .map((each): Point => [each.atMs - startedAtMs, each[field] / 2 ** 20]);
    const sizes = points.map(([, size]) => size);
    return line(
      `${what}, ${role}`,
      [sizes[5] ?? sizes[0] ?? Number.NaN, sizes.at(-1) ?? Number.NaN, Math.max(...sizes)],
      points,
    );
  };
  return `${[
    `An hour in real time: ${minutes} minutes at 1 Hz, ${samples.length} samples. ${machine}`,
    '',
    `${'MiB'.padEnd(40)}${['minute 1', 'at the end', 'most'].map((word) => word.padStart(11)).join('')}   a day, by the second half`,
    row('resident, program', (sample) => sample.program),
    row('resident, driver', (sample) => sample.driver),
    row('resident, both', (sample) => sample.program + sample.driver),
    row('both, what they share counted once', (sample) => sample.program + sample.driverAlone),
    row('resident, floor: raw lines', (sample) => sample.raw),
    probe('heap after a collection', 'program', 'heapUsed'),
    probe('heap after a collection', 'driver', 'heapUsed'),
    probe('resident where collected', 'program', 'rss'),
    probe('resident where collected', 'driver', 'rss'),
    '',
    `processor: both processes ${share(after.cpuMs - before.cpuMs)}, floor ${share(after.floorCpuMs - before.floorCpuMs)}`,
    `terminal: ${((after.bytes - before.bytes) / (wallMs / 1000)).toFixed(0)} bytes a second`,
    `measurements sent ${sent.join(' and ')}, in the journals ${kept.join(' and ')}: ${isWhole ? 'all of them' : 'NOT ALL'}`,
    'The error of a slope is its standard error, as if samples strayed independently; resident memory moves in steps, so',
    'the heap after a collection is the steadier witness of a leak.',
  ].join('\n')}\n`;
}

function line(what: string, sizes: readonly number[], points: readonly Point[]): string {
  const half = points.filter(([atMs]) => atMs >= (points.at(-1)?.[0] ?? 0) / 2);
  const { perX, error } = slopeOf(half);
  const cells = sizes.map((size) => size.toFixed(2).padStart(11)).join('');
  return `${what.padEnd(40)}${cells}   ${signed(perX * msPerDay)} ± ${(error * msPerDay).toFixed(1)}`;
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(1)}`;
}
