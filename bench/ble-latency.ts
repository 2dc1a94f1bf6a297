/**
 * Bluetooth through the real noble in the real child, over the virtual radio: from the strap's send to the signal in
 * this process, CPU of both processes at 1 Hz and 50 Hz, memory over 100 drops and returns; beside a message to an empty
 * forked process. Equal work: every pulse that was sent is the one that was heard. npm run bench -- ble-latency [--seconds N]
 */
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { filter, firstValueFrom, type Observable, share } from 'rxjs';
import { strap } from '../devices/ble/strap.ts';
import { encodeHeartRateMeasurement } from '../devices/heart-rate-measurement.ts';
import type { SensorSignal } from '../devices/heart-rate-sensor.ts';
import { setup } from '../test/built-parts.ts';
import { VirtualRadio } from '../test/virtual-strap/radio.ts';
import { VirtualStrap } from '../test/virtual-strap/virtual-strap.ts';
import { option } from './options.ts';
import { cpuMsOf, rssMiBOf } from './processes.ts';
import { figures, median } from './quantile.ts';
import { tell, times } from './row.ts';

const DRIVER = fileURLToPath(new URL('../test/virtual-strap/driver.mjs', import.meta.url));
const PACKETS = 500;
const CPU_SECONDS = option('seconds', 5);
const DROPS = 100;

setup();
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
const floorMs = await floor();
const apart = await latency(20);
const close = await latency(1);
const shares = [await cpu(1), await cpu(50)];
const grown = await memory();
tell({
  what: 'strap sends → signal, by the real noble',
  floor: `a message to a forked process and back, halved: ${figures(floorMs)}`,
  ours: `${figures(apart)}; 1 ms apart ${figures(close)}`,
  ratio: times(median(apart) / median(floorMs)),
  goal: 'none in the table: part of every latency',
  reached: undefined,
  equal: `${PACKETS} sent and heard, one by one`,
  notes: [...shares, ...grown],
});
subscription.unsubscribe();
worn.off();
radio.powerOff();
rmSync(folder, { recursive: true, force: true });
// The deadlines of this bench are longer than anybody would wait.
process.exit();

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

async function cpu(hertz: number): Promise<string> {
  const before = { own: process.cpuUsage(), child: childCpuMs(), at: performance.now() };
  const beat = setInterval(() => worn.send(packet(70)), 1_000 / hertz);
  await pause(CPU_SECONDS * 1_000);
  clearInterval(beat);
  const own = process.cpuUsage(before.own);
  const wall = performance.now() - before.at;
  const percent = (ms: number) => ((100 * ms) / wall).toFixed(2);
  const ownMs = (own.user + own.system) / 1_000;
  return `CPU at ${hertz} Hz: parent with strap and radio ${percent(ownMs)} %, driver ${percent(childCpuMs() - before.child)} %`;
}

async function memory(): Promise<readonly string[]> {
  const rows: string[] = [];
  for (let round = 1; round <= DROPS; round += 1) {
    const again = connected(signals$);
    worn.drop();
    await again;
    const heard = firstValueFrom(signals$.pipe(filter(({ type }) => type === 'measurement')));
    worn.send(packet(70));
    await heard;
    if (round === 10 || round === DROPS) {
      globalThis.gc?.();
      const own = (process.memoryUsage().heapUsed / 2 ** 20).toFixed(1);
      rows.push(
        `after ${round} drops and returns: parent heap ${own} MiB, child RSS ${childMemoryMiB()} MiB`,
      );
    }
  }
  return [...rows, `drivers used ${radio.opened}, subscriptions ${worn.count('subscribed')}`];
}

function childMemoryMiB(): string {
  return rssMiBOf(child).toFixed(1);
}

function childCpuMs(): number {
  return cpuMsOf([child]);
}
