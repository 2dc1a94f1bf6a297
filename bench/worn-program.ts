import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type IPty, spawn } from '@lydell/node-pty';
import { encodeHeartRateMeasurement } from '../devices/heart-rate-measurement.ts';
import { VirtualRadio } from '../test/virtual-strap/radio.ts';
import { VirtualStrap } from '../test/virtual-strap/virtual-strap.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const patienceMs = 60_000;

export type WornProgram = {
  readonly terminal: IPty;
  readonly strap: VirtualStrap;
  /** Its data directory. */
  readonly data: string;
  /** Bytes of the terminal so far. */
  readonly written: () => number;
  readonly send: (bpm: number) => void;
  /** Types Ctrl-C, waits for the end, and gives the journal's lines; what it lived in goes with it. */
  readonly close: () => Promise<readonly string[]>;
};

export type WornOptions = {
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Loaded into the program and its driver before them. */
  readonly requires?: readonly string[];
  /** What stands before node on the command line. */
  readonly under?: readonly string[];
};

/** The built program, its own driver and the real noble, in a real pseudo-terminal, wearing a strap of a virtual radio. */
export async function wornProgram(options: WornOptions = {}): Promise<WornProgram> {
  const { args = [], env = {}, requires = [], under = [] } = options;
  const home = mkdtempSync(join(tmpdir(), 'pulsepace-bench-'));
  const data = join(home, 'data');
  mkdirSync(data, { mode: 0o700 });
  const profile = { schemaVersion: 1, askedAt: '2026-11-22T07:00:00.000Z' };
  writeFileSync(join(data, 'profile.json'), JSON.stringify(profile), { mode: 0o600 });
  const radio = new VirtualRadio(join(home, 'radio'));
  await radio.powerOn();
  const strap = new VirtualStrap(radio, 'Bench strap', 'c0:00:00:00:00:01');
  const [file = process.execPath, ...before] = [...under, process.execPath];
  const command = [here('../bin/pulsepace.js'), 'watch', '--sensor', 'any', '--data-dir', data];
  const terminal = spawn(file, [...before, ...command, ...args], {
    cols: 80,
    rows: 24,
    env: {
      PATH: process.env.PATH,
      HOME: home,
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      NODE_OPTIONS: [here('../test/virtual-strap/preload.cjs'), ...requires]
        .map((path) => `--require ${path}`)
        .join(' '),
      PULSEPACE_VIRTUAL_RADIO: radio.socketPath,
      ...env,
    },
  });
  let written = 0;
  let last = '';
  terminal.onData((text) => {
    written += Buffer.byteLength(text);
    last = text;
  });
  const ended = new Promise<void>((done) => terminal.onExit(() => done()));
  const untilMs = performance.now() + patienceMs;
  while (!strap.subscribed) {
    if (performance.now() > untilMs) throw new Error(`The program never heard the strap: ${last}`);
    await pause(20);
  }

  function journal(): readonly string[] {
    const folder = join(data, 'sessions');
    const [name] = readdirSync(folder);
    return name === undefined ? [] : readFileSync(join(folder, name), 'utf8').trim().split('\n');
  }

  return {
    terminal,
    strap,
    data,
    written: () => written,
    send: (bpm) =>
      void strap.send(encodeHeartRateMeasurement({ bpm, rrIntervalsMs: [60_000 / bpm] })),
    close: async () => {
      terminal.write('\u0003');
      await ended;
      strap.off();
      radio.powerOff();
      const lines = args.includes('--no-log') ? [] : journal();
      rmSync(home, { recursive: true, force: true });
      return lines;
    },
  };
}
