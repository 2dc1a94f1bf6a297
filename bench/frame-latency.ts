/**
 * From the strap's send to the painted bytes, through the real program in a real pseudo-terminal over the virtual radio.
 * npm run build && node --import ./bench/typescript.mjs bench/frame-latency.ts
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import { encodeHeartRateMeasurement } from '../devices/heart-rate-measurement.ts';
import { VirtualRadio } from '../test/virtual-strap/radio.ts';
import { VirtualStrap } from '../test/virtual-strap/virtual-strap.ts';

const BEATS = 200;
/** A frame of the pulse is drawn at once where the last is this old; every real strap is slower. */
const EVERY_MS = 300;

const { Terminal } = createRequire(import.meta.url)(
  '@xterm/headless',
) as typeof import('@xterm/headless');
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'frame-latency-'));
const radio = new VirtualRadio(join(folder, 'radio'));
await radio.powerOn();
const worn = new VirtualStrap(radio, 'Bench strap', 'c0:00:00:00:00:01');
const terminal = spawn(
  process.execPath,
  [here('../bin/pulsepace.js'), 'watch', '--sensor', 'any', '--no-log'],
  {
    cols: 80,
    rows: 24,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      NODE_OPTIONS: `--require ${here('../test/virtual-strap/preload.cjs')}`,
      PULSEPACE_VIRTUAL_RADIO: radio.socketPath,
    },
  },
);

const emulator = new Terminal({ cols: 80, rows: 24, allowProposedApi: true });
let awaited: { readonly text: string; readonly seen: (atMs: number) => void } | undefined;
terminal.onData((bytes) => {
  const atMs = performance.now();
  emulator.write(bytes, () => {
    if (awaited !== undefined && screen().includes(awaited.text)) awaited.seen(atMs);
  });
});

while (!worn.subscribed) await pause(50);
const times: number[] = [];
for (let beat = 0; beat < BEATS; beat += 1) times.push(await beatPainted(55 + (beat % 30)));
const sorted = times.slice(5).sort((a, b) => a - b);
const at = (share: number): string =>
  (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1);
console.log(
  `strap sends → frame painted: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms (${sorted.length} beats)`,
);
terminal.write('\u0003');
await new Promise<void>((done) => terminal.onExit(() => done()));
worn.off();
radio.powerOff();
rmSync(folder, { recursive: true, force: true });

async function beatPainted(bpm: number): Promise<number> {
  const sentMs = performance.now();
  const seen = new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${bpm} bpm was never painted`)), 5000);
    awaited = {
      text: `${bpm} bpm`,
      seen: (atMs) => {
        clearTimeout(late);
        awaited = undefined;
        resolve(atMs - sentMs);
      },
    };
  });
  worn.send(encodeHeartRateMeasurement({ bpm, rrIntervalsMs: [60_000 / bpm] }));
  const took = await seen;
  await pause(EVERY_MS);
  return took;
}

function screen(): string {
  const { active } = emulator.buffer;
  return Array.from(
    { length: emulator.rows },
    (_, row) => active.getLine(row)?.translateToString(true) ?? '',
  ).join('\n');
}
