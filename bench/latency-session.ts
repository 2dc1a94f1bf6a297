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

const { Terminal } = createRequire(import.meta.url)(
  '@xterm/headless',
) as typeof import('@xterm/headless');
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const longestMs = 5000;

export type LatencySession = {
  readonly send: (bpm: number) => void;
  /** Sends one and says after how many ms a screen had the text, and the bell had rung `strokes` times since, if asked for. */
  readonly sendAndSee: (bpm: number, text: string, strokes?: number) => Promise<Seen>;
  readonly close: () => Promise<void>;
};

export type Seen = { readonly paintedMs: number; readonly rungMs: number | undefined };

/** `watch` on a strap of a virtual radio, in a real pseudo-terminal. */
export async function latencySession(): Promise<LatencySession> {
  const folder = mkdtempSync(join(tmpdir(), 'frame-latency-'));
  const radio = new VirtualRadio(join(folder, 'radio'));
  await radio.powerOn();
  const worn = new VirtualStrap(radio, 'Bench strap', 'c0:00:00:00:00:01');
  const args = [here('../bin/pulsepace.js'), 'watch', '--sensor', 'any', '--no-log'];
  const terminal = spawn(process.execPath, args, {
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
  });
  const emulator = new Terminal({ cols: 80, rows: 24, allowProposedApi: true });
  let awaited: ((atMs: number, bytes: string) => void) | undefined;
  terminal.onData((bytes) => {
    const atMs = performance.now();
    emulator.write(bytes, () => awaited?.(atMs, bytes));
  });
  while (!worn.subscribed) await pause(50);

  const send = (bpm: number): void =>
    void worn.send(encodeHeartRateMeasurement({ bpm, rrIntervalsMs: [60_000 / bpm] }));

  function screen(): string {
    const { active } = emulator.buffer;
    return Array.from(
      { length: emulator.rows },
      (_, row) => active.getLine(row)?.translateToString(true) ?? '',
    ).join('\n');
  }

  return {
    send,
    sendAndSee: (bpm, text, strokes = 0) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`${text} was never painted`)), longestMs);
        let rung = 0;
        let rungMs: number | undefined;
        const sentMs = performance.now();
        awaited = (atMs, bytes) => {
          rung += bytes.split('\u0007').length - 1;
          if (rung >= strokes) rungMs ??= atMs - sentMs;
          if (!screen().includes(text) || rung < strokes) return;
          clearTimeout(late);
          awaited = undefined;
          resolve({ paintedMs: atMs - sentMs, rungMs: strokes === 0 ? undefined : rungMs });
        };
        send(bpm);
      }),
    close: async () => {
      terminal.write('\u0003');
      await new Promise<void>((done) => terminal.onExit(() => done()));
      worn.off();
      radio.powerOff();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
