/**
 * Bluetooth through the real noble in the real child, over the virtual radio: from the strap's send to the signal in
 * this process, CPU of both processes at 1 Hz and 50 Hz, memory over 100 drops and returns.
 * npm run bench -- ble-latency
 */
import { execFileSync, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { filter, firstValueFrom, type Observable, share } from 'rxjs';
import { strap } from '../devices/ble/strap.ts';
import { encodeHeartRateMeasurement } from '../devices/heart-rate-measurement.ts';
import type { SensorSignal } from '../devices/heart-rate-sensor.ts';
import { builtDriver } from '../test/virtual-strap/built.ts';
import { VirtualRadio } from '../test/virtual-strap/radio.ts';
import { VirtualStrap } from '../test/virtual-strap/virtual-strap.ts';

const DRIVER = fileURLToPath(new URL('../test/virtual-strap/driver.mjs', import.meta.url));
const PACKETS = 500;
const CPU_SECONDS = 10;
const DROPS = 100;

builtDriver();
const folder = mkdtempSync(join(tmpdir(), 'ble-latency-'));
const radio = new VirtualRadio(join(folder, 'radio'));
await radio.powerOn();
const worn = new VirtualStrap(radio, 'Bench strap', 'c0:00:00:00:00:01');
const signals$ = strap({
  id: 'c00000000001',
  driver: DRIVER,
  env: { PULSEPACE_VIRTUAL_RADIO: radio.socketPath },
  deadlines: { backOffMs: [1], firstDataMs: 600_000, forceMs: 600_000 },
}).pipe(share());
const subscription = signals$.subscribe();

await connected(signals$);
const child = Number(readFileSync(join(folder, 'pids'), 'utf8').trim().split('\n').at(-1));
print('floor: message to an empty forked process and back / 2', await floor());
print('strap sends → signal here', await latency(20));
print('the same, 1 ms apart', await latency(1));
for (const hertz of [1, 50]) await cpu(hertz);
await memory();
subscription.unsubscribe();
worn.off();
radio.powerOff();
rmSync(folder, { recursive: true, force: true });

function connected(signals: Observable<SensorSignal>): Promise<SensorSignal> {
  const isConnected = (signal: SensorSignal) =>
    signal.type === 'link' && signal.link.status === 'connected';
  return firstValueFrom(signals.pipe(filter(isConnected)));
}

function packet(bpm: number): Uint8Array {
  return encodeHeartRateMeasurement({ bpm, rrIntervalsMs: [] });
}

async function latency(everyMs: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < PACKETS; index += 1) {
    const bpm = 40 + (index % 200);
    const heard = firstValueFrom(signals$.pipe(filter(({ type }) => type === 'measurement')));
    const sent = performance.now();
    worn.send(packet(bpm));
    const signal = await heard;
    times.push(performance.now() - sent);
    if (signal.type !== 'measurement' || signal.measurement.bpm !== bpm) {
      throw new Error(`sent ${bpm}, heard ${JSON.stringify(signal)}`);
    }
    await pause(everyMs);
  }
  return times;
}

async function floor(): Promise<number[]> {
  const file = join(folder, 'echo.cjs');
  writeFileSync(file, "process.on('message', (message) => process.send(message))");
  const echo = fork(file, [], { execArgv: [], serialization: 'advanced' });
  const times: number[] = [];
  for (let index = 0; index < PACKETS; index += 1) {
    const sent = performance.now();
    const answer = new Promise((resolve) => echo.once('message', resolve));
    echo.send({ bytes: packet(70) });
    await answer;
    times.push((performance.now() - sent) / 2);
    await pause(1);
  }
  echo.kill();
  return times;
}

async function cpu(hertz: number): Promise<void> {
  const before = { own: process.cpuUsage(), child: childCpuMs(), at: performance.now() };
  const beat = setInterval(() => worn.send(packet(70)), 1_000 / hertz);
  await pause(CPU_SECONDS * 1_000);
  clearInterval(beat);
  const own = process.cpuUsage(before.own);
  const wall = performance.now() - before.at;
  const percent = (ms: number) => ((100 * ms) / wall).toFixed(2);
  const ownMs = (own.user + own.system) / 1_000;
  console.log(
    `cpu at ${hertz} Hz: parent with strap and radio ${percent(ownMs)} %, child ${percent(childCpuMs() - before.child)} %`,
  );
}

async function memory(): Promise<void> {
  const rows: string[] = [];
  for (let round = 1; round <= DROPS; round += 1) {
    const again = connected(signals$);
    worn.drop();
    await again;
    const heard = firstValueFrom(signals$.pipe(filter(({ type }) => type === 'measurement')));
    worn.send(packet(70));
    await heard;
    if (round % 10 === 0) {
      globalThis.gc?.();
      const own = (process.memoryUsage().heapUsed / 2 ** 20).toFixed(1);
      rows.push(`${round}: parent heap ${own} MiB, child RSS ${childMemoryMiB()} MiB`);
    }
  }
  console.log(`memory over ${DROPS} drops and returns\n  ${rows.join('\n  ')}`);
  console.log(`  drivers used ${radio.opened}, subscriptions ${worn.count('subscribed')}`);
}

function ps(column: string): string {
  return execFileSync('ps', ['-o', `${column}=`, '-p', String(child)], { encoding: 'utf8' }).trim();
}

function childMemoryMiB(): string {
  return (Number(ps('rss')) / 1024).toFixed(1);
}

/** Linux only: user and system time in clock ticks of 10 ms. */
function childCpuMs(): number {
  const fields = readFileSync(`/proc/${child}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function print(what: string, times: number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2);
  console.log(`${what}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms`);
}
