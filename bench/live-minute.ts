/**
 * A minute at 1 Hz in real time, the program with its driver and a strap in a real terminal: processor time, memory, bytes
 * to the terminal and clears. Beside it, at the same time: a loop that writes raw lines, the least Ink app, and Ink showing
 * the frames of our dashboard. Equal work: every measurement that was sent is in the journal.
 * npm run bench -- live-minute [--seconds N]
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type IPty, spawn } from '@lydell/node-pty';
import { clearsIn } from './clears.ts';
import { sameWork } from './equal-work.ts';
import { measuredIn } from './measured-in.ts';
import { option } from './options.ts';
import { here } from './process-run.ts';
import { anonymousMiBOf, cpuMsOf, rssMiBOf, treeOf } from './processes.ts';
import { median } from './quantile.ts';
import { tell, times } from './row.ts';
import { wornProgram } from './worn-program.ts';

const seconds = option('seconds', 60);
const warmUpS = 10;
const segments = 6;
const segmentMs = (seconds * 1000) / segments;
const raw =
  'let n = 0; setInterval(() => process.stdout.write("\\r" + (60 + (n++ % 40)) + " bpm"), 1000)';
const frames = [
  ...['--import', here('typescript.mjs'), here('painter-child.ts')],
  ...['ink', String(seconds + warmUpS + 30), '1000'],
];
const production = ['--import', 'data:text/javascript,process.env.NODE_ENV="production"'];

const worn = await wornProgram();
let text = '';
worn.terminal.onData((data) => {
  text += data;
});
const terminals = {
  ours: worn.terminal,
  raw: started(['-e', raw]),
  ink: started([...production, here('minimal-ink.mjs')]),
  frames: started(frames),
};
type Name = keyof typeof terminals;
const names = Object.keys(terminals) as Name[];

let second = 0;
const beat = setInterval(() => {
  worn.send(Math.round(80 + 8 * Math.sin(second / 9) + 2 * Math.sin(second * 1.7)));
  second += 1;
}, 1000);
await pause(warmUpS * 1000);

text = '';
const sentBefore = worn.strap.sent.length;
const shares: Record<Name, number[]> = { ours: [], raw: [], ink: [], frames: [] };
for (let segment = 0; segment < segments; segment += 1) {
  const before = cpuNow();
  const fromMs = performance.now();
  await pause(segmentMs);
  const after = cpuNow();
  const wallMs = performance.now() - fromMs;
  for (const name of names) shares[name].push((100 * (after[name] - before[name])) / wallMs);
}
const shown = { bytes: Buffer.byteLength(text), clears: clearsIn(text) };
const notifications = worn.strap.sent.length - sentBefore;
const memory = memoryNow();
clearInterval(beat);
for (const name of ['raw', 'ink', 'frames'] as const) terminals[name].kill();
await pause(1500);
const sent = worn.strap.sent.map((hex) => Buffer.from(hex, 'hex').readUInt8(1));
const equal = `${sent.length} measurements sent, and in this order in the journal`;
sameWork({ sent, journal: measuredIn(await worn.close()) });

const share = (name: Name): string => `${median(shares[name]).toFixed(2)} %`;
tell({
  what: 'CPU at 1 Hz, both processes',
  floor: `raw lines ${share('raw')}`,
  peers: [`least Ink app ${share('ink')}`, `Ink, the frames of our dashboard ${share('frames')}`],
  ours: `${share('ours')} of a core`,
  ratio: times(median(shares.ours) / Math.max(0.01, median(shares.raw))),
  goal: '≤ 1 % of a core',
  reached: median(shares.ours) <= 1,
  equal,
});
tell({
  what: 'memory after a minute',
  floor: `raw lines ${memory.raw.toFixed(0)} MiB`,
  peers: [`least Ink app ${memory.ink.toFixed(0)} MiB`],
  ours: `${memory.program.toFixed(0)} MiB, with its driver ${memory.both.toFixed(0)}; ${memory.once.toFixed(0)} with shared pages counted once`,
  ratio: times(memory.program / memory.raw),
  goal: '≤ 120 MiB',
  reached: memory.once <= 120,
  equal,
  notes: [`growth, by npm run bench -- hour: ${growth()}`],
});
tell({
  what: 'bytes to the terminal a notification, live',
  floor: 'raw lines 7',
  ours: `${(shown.bytes / notifications).toFixed(0)}, ${shown.clears} clears`,
  ratio: '–',
  goal: '≤ 400, 0 clears',
  reached: shown.bytes / notifications <= 400 && shown.clears === 0,
  equal,
  notes: ['clocks and the curve included; the same frames by Ink are in the row of painter'],
});

function started(args: readonly string[]): IPty {
  const env = { PATH: process.env.PATH, TERM: 'xterm-256color', LANG: 'C.UTF-8' };
  const terminal = spawn(process.execPath, [...args], { cols: 80, rows: 24, env });
  terminal.onData(() => undefined);
  return terminal;
}

function cpuNow(): Record<Name, number> {
  const of = (name: Name): number => cpuMsOf(treeOf(terminals[name].pid));
  return { ours: of('ours'), raw: of('raw'), ink: of('ink'), frames: of('frames') };
}

/** Of other helpers of the session, such as what keeps the machine awake, nothing is counted that is no Node. */
function memoryNow() {
  const [program = 0, ...others] = treeOf(terminals.ours.pid).filter((pid) => rssMiBOf(pid) > 20);
  const own = rssMiBOf(program);
  return {
    program: own,
    both: others.reduce((sum, pid) => sum + rssMiBOf(pid), own),
    once: others.reduce((sum, pid) => sum + anonymousMiBOf(pid), own),
    raw: rssMiBOf(terminals.raw.pid),
    ink: rssMiBOf(terminals.ink.pid),
  };
}

function growth(): string {
  try {
    const lines = readFileSync(here('hour.txt'), 'utf8').split('\n');
    const heap = lines.find((line) => line.startsWith('heap after a collection, program'));
    return `${heap?.split('   ').at(-1)?.trim()} MiB a day of the program’s heap (${lines[0]})`;
  } catch {
    return 'not run yet';
  }
}
