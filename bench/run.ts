/**
 * `npm run bench` runs all benches of the table one after the other and writes bench/RESULTS.md; `npm run bench -- NAME
 * [OPTIONS]` runs one and writes nothing. `--rounds`, `--seconds`, `--sessions`, `--hours` and `--days` make any of them
 * shorter. Exits with 1 where one failed, with 2 for a name that is not there.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, execPath, exit, stderr, stdout } from 'node:process';
import { machineText } from './machine.ts';
import { here } from './process-run.ts';
import { resultsText } from './results.ts';
import type { Row } from './row.ts';

/** In the order of the table. */
const names = [
  'start',
  'first-frame',
  'frame-latency',
  'warning-latency',
  'first-line',
  'painter',
  'live-minute',
  'decode-packet',
  'pipeline',
  'append',
  'open-session',
  'ten-years',
  'rebuild',
  'analyse',
  'fit',
  'export',
  'load',
  'slow-disk',
  'install',
  'ble-latency',
] as const;
/** Too long for a run of all, or no yardstick. */
const byHand = ['hour', 'loop', 'cohort', 'latency-parts'] as const;

const [first = '', ...others] = argv.slice(2);
const isAll = first === '' || first.startsWith('--');
const running = isAll ? names : [...names, ...byHand].filter((name) => name === first);
const args = isAll ? argv.slice(2) : others;
if (running.length === 0) {
  const all = [...names, ...byHand].join(', ');
  stderr.write(`There is no bench ${JSON.stringify(first)}; there are ${all}.\n`);
  exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'pulsepace-rows-'));
const rowsFile = join(folder, 'rows');
writeFileSync(rowsFile, '');
const machine = machineText();
const startedMs = performance.now();
const failed: string[] = [];
for (const name of running) {
  stdout.write(`── ${name}\n`);
  const command = ['--import', here('typescript.mjs'), here(`${name}.ts`), ...args];
  const env = { ...process.env, PULSEPACE_BENCH_ROWS: rowsFile };
  const { status } = spawnSync(execPath, command, { stdio: 'inherit', env });
  if (status !== 0) failed.push(name);
}
const rows = readFileSync(rowsFile, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Row => JSON.parse(line));
rmSync(folder, { recursive: true });
if (isAll) {
  const minutes = (performance.now() - startedMs) / 60_000;
  writeFileSync(here('RESULTS.md'), resultsText(rows, { machine, failed, minutes, args }));
  stdout.write(`\n${rows.length} rows in bench/RESULTS.md, in ${minutes.toFixed(1)} minutes\n`);
}
if (failed.length > 0) stderr.write(`Failed: ${failed.join(', ')}\n`);
exit(failed.length === 0 ? 0 : 1);
