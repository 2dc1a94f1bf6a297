/**
 * Bytes to the terminal for each measurement: our painter beside Ink's own writing of the very same frames, each in a real
 * pseudo-terminal. `npm run bench -- painter [SECONDS]`
 */
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';

const seconds = Number(process.argv[2] ?? 120);
const everyMs = 40;
const esc = '\u001b';
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

type Written = { readonly bytes: number; readonly clears: number };

function written(how: string, rows: number): Promise<Written> {
  const child = ['--import', here('typescript.mjs'), here('painter-child.ts')];
  const terminal = spawn(process.execPath, [...child, how, String(seconds), String(everyMs)], {
    cols: 80,
    rows,
    env: { PATH: process.env.PATH, TERM: 'xterm-256color', LANG: 'C.UTF-8', FORCE_COLOR: '1' },
  });
  let text = '';
  terminal.onData((data) => {
    text += data;
  });
  return new Promise((done) => {
    terminal.onExit(() => {
      const clears = [`${esc}[2J`, `${esc}[3J`].map((code) => text.split(code).length - 1);
      done({ bytes: Buffer.byteLength(text), clears: clears.reduce((sum, each) => sum + each, 0) });
    });
  });
}

const runs = [
  ['ours, 24 rows', 'ours', 24],
  ['Ink, as it is used at full height: 24 rows', 'ink', 24],
  ['Ink, with a row to spare: 25 rows', 'ink', 25],
  ['Ink incremental, with a row to spare', 'ink-incremental', 25],
] as const;

const results: [string, Written][] = [];
for (const [name, how, rows] of runs) results.push([name, await written(how, rows)]);
const ours = results[0]?.[1].bytes ?? Number.NaN;
console.log(`${seconds} measurements, one frame each, 80 columns`);
for (const [name, { bytes, clears }] of results) {
  const each = (bytes / seconds).toFixed(0).padStart(6);
  console.log(
    `${name.padEnd(44)}${each} bytes a measurement  ${(bytes / ours).toFixed(1).padStart(5)}×  ${clears} clears`,
  );
}
