/**
 * Bytes to the terminal for each measurement: our painter beside Ink's own writing of the very same frames, each in a real
 * pseudo-terminal. Equal work: in the end an emulator of our terminal and of Ink's shows the same rows;
 * of Ink's incremental mode it is told whether it does.
 * npm run bench -- painter [--seconds N]
 */
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { clearsIn } from './clears.ts';
import { sameWork } from './equal-work.ts';
import { option } from './options.ts';
import { here } from './process-run.ts';
import { tell, times } from './row.ts';

const { Terminal } = createRequire(import.meta.url)(
  '@xterm/headless',
) as typeof import('@xterm/headless');
const seconds = option('seconds', 120);
const everyMs = 40;
/** What begins our screen, once. */
const entering = '\u001b[?1049h\u001b[?25l\u001b[?2004h\u001b[2J';
const alternateOff = '\u001b[?1049l';
/** To the place, the number and the unit: what a frame costs that shows nothing else. */
const floorBytes = '\u001b[1;1H72 bpm'.length;

type Written = {
  readonly bytes: number;
  readonly clears: number;
  readonly last: readonly string[];
};

const [ours, ink, spare, incremental] = [
  await written('ours', 24),
  await written('ink', 24),
  await written('ink', 25),
  await written('ink-incremental', 25),
];
const text = ({ bytes, clears }: Written): string =>
  `${(bytes / seconds).toFixed(0)} with ${clears} clears`;
sameWork({ ours: ours.last, 'Ink, a row to spare': spare.last });
const isRight = isDeepStrictEqual(incremental.last, ours.last);
tell({
  what: 'bytes to the terminal a notification, the same frames',
  floor: `${floorBytes} for the pulse alone`,
  peers: [
    `Ink at full height ${text(ink)}`,
    `with a row to spare ${text(spare)}`,
    `its incremental mode ${text(incremental)}${isRight ? '' : ', and leaves a wrong screen'}`,
  ],
  ours: text(ours),
  ratio: `${times(ours.bytes / spare.bytes)} of Ink, ${times(ours.bytes / incremental.bytes)} of its incremental mode`,
  goal: '≤ 400, 0 clears',
  reached: ours.bytes / seconds <= 400 && ours.clears === 0,
  equal: `${seconds} frames each, and the same ${ours.last.length} rows on the screen in the end`,
});

async function written(how: string, height: number): Promise<Written> {
  const child = ['--import', here('typescript.mjs'), here('painter-child.ts')];
  const terminal = spawn(process.execPath, [...child, how, String(seconds), String(everyMs)], {
    cols: 80,
    rows: height,
    env: { PATH: process.env.PATH, TERM: 'xterm-256color', LANG: 'C.UTF-8', FORCE_COLOR: '1' },
  });
  let all = '';
  terminal.onData((data) => {
    all += data;
  });
  await new Promise<void>((done) => terminal.onExit(() => done()));
  return {
    bytes: Buffer.byteLength(all),
    clears: clearsIn(all.replace(entering, '')),
    last: await lastRows(all, height),
  };
}

/** What is on the screen before the alternate one is left. */
async function lastRows(all: string, height: number): Promise<readonly string[]> {
  const emulator = new Terminal({ cols: 80, rows: height, allowProposedApi: true });
  await new Promise<void>((done) => emulator.write(all.split(alternateOff)[0] ?? '', done));
  const { active } = emulator.buffer;
  return Array.from({ length: height }, (_, row) =>
    (active.getLine(active.viewportY + row)?.translateToString(true) ?? '').trimEnd(),
  ).filter((row) => row !== '');
}
