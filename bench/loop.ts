/**
 * A developer's loop in a clean clone of the commit at hand: npm ci, build, check and tests, and the unit tests alone.
 * Equal work: the tests that ran are counted, and none failed. Minutes long, and run by hand: npm run bench -- loop
 * [--rounds N]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machineText } from './machine.ts';
import { option } from './options.ts';
import { here } from './process-run.ts';
import { median } from './quantile.ts';
import { verdict } from './row.ts';

const machine = machineText();
const unitTests = ['devices', 'session', 'journal', 'review', 'exchange', 'cues', 'ui', 'library'];
const steps = {
  'npm ci': ['npm', 'ci', '--no-audit', '--no-fund'],
  build: ['npm', 'run', 'build'],
  check: ['npm', 'run', 'check'],
  'unit tests': ['npx', 'vitest', 'run', ...unitTests.map((floor) => `test/${floor}`)],
  'all tests': ['npx', 'vitest', 'run'],
} as const;
type Step = keyof typeof steps;
const tookS: Record<Step, number[]> = {
  'npm ci': [],
  build: [],
  check: [],
  'unit tests': [],
  'all tests': [],
};
let counted = '';

for (let round = 0; round < option('rounds', 1); round += 1) {
  const folder = mkdtempSync(join(tmpdir(), 'pulsepace-loop-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  run(['git', 'clone', '--quiet', here('..'), folder], tmpdir());
  for (const [step, command] of Object.entries(steps) as [Step, readonly string[]][]) {
    const fromMs = performance.now();
    const output = run(command, folder);
    tookS[step].push((performance.now() - fromMs) / 1000);
    if (step === 'all tests') counted = /Tests\s.*/.exec(output)?.[0] ?? 'no count';
  }
  rmSync(folder, { recursive: true, force: true });
}
const of = (step: Step): number => median(tookS[step]);
const clean = of('npm ci') + of('build') + of('check') + of('all tests');
const lines = [
  `A developer’s loop in a clean clone. ${machine}`,
  '',
  ...(Object.keys(steps) as Step[]).map(
    (step) => `${step.padEnd(12)}${of(step).toFixed(1).padStart(8)} s`,
  ),
  '',
  `npm ci, build, check and tests from clean: ${clean.toFixed(0)} s; goal ≤ 90 s: ${verdict(clean <= 90)}`,
  `unit tests: ${of('unit tests').toFixed(1)} s; goal ≤ 20 s: ${verdict(of('unit tests') <= 20)}`,
  counted,
];
process.stdout.write(`${lines.join('\n')}\n`);
writeFileSync(here('loop.txt'), `${lines.join('\n')}\n`);

function run([file = '', ...args]: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(file, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0)
    throw new Error(`${file} ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}
