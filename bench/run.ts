/**
 * `npm run bench` runs all of these one after the other, and each prints its table; `npm run bench -- NAME [ARGUMENTS]`
 * runs one. Exits with 1 where one failed, with 2 for a name that is not there.
 */
import { spawnSync } from 'node:child_process';
import { argv, execPath, exit, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';

const names = [
  'fit',
  'analyse',
  'catalogue',
  'cohort',
  'painter',
  'frame-latency',
  'ble-latency',
  'cpu',
] as const;
/** Too long for a run of all. */
const byHand = ['hour'];

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

const [chosen, ...args] = argv.slice(2);
const running =
  chosen === undefined ? names : [...names, ...byHand].filter((name) => name === chosen);
if (running.length === 0) {
  stderr.write(
    `There is no bench ${JSON.stringify(chosen)}; there are ${[...names, ...byHand].join(', ')}.\n`,
  );
  exit(2);
}
let failed = 0;
for (const name of running) {
  stdout.write(`── ${name}\n`);
  const command = ['--import', here('typescript.mjs'), here(`${name}.ts`), ...args];
  const { status } = spawnSync(execPath, command, { stdio: 'inherit' });
  if (status !== 0) failed += 1;
  stdout.write('\n');
}
exit(failed === 0 ? 0 : 1);
