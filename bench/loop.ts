/**
 * A developer's loop in a clean clone of the commit at hand: npm ci and npm test; then each part of it alone, and what only
 * .ci/run runs beside. Equal work: the tests that ran are counted. Minutes long, and run by hand: npm run bench -- loop
 * [--rounds N]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { machineText } from './machine.ts';
import { option } from './options.ts';
import { here } from './process-run.ts';
import { median } from './quantile.ts';
import { verdict } from './row.ts';

const machine = machineText();
const loadBefore = loadavg()[0]?.toFixed(1);
const steps = {
  'npm ci': ['ci', '--no-audit', '--no-fund'],
  'npm test': ['test'],
  build: ['run', 'build'],
  check: ['run', 'check'],
  'unit tests': ['run', 'test:unit'],
  'end-to-end tests': ['run', 'test:end-to-end'],
  'thorough tests': ['run', 'test:thorough'],
  'quick faults': ['run', 'test:faults:quick'],
} as const;
type Step = keyof typeof steps;
const names = Object.keys(steps) as Step[];
const tookS = Object.fromEntries(names.map((step) => [step, []])) as unknown as Record<
  Step,
  number[]
>;
const counted: string[] = [];
const broken = new Set<string>();

for (let round = 0; round < option('rounds', 1); round += 1) {
  const folder = mkdtempSync(join(tmpdir(), 'pulsepace-loop-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  run('git', ['clone', '--quiet', here('..'), folder], tmpdir());
  for (const step of names) {
    const fromMs = performance.now();
    const { status, stdout } = run('npm', steps[step], folder);
    tookS[step].push((performance.now() - fromMs) / 1000);
    const [, tests] = /Tests\s+(.*)/.exec(stripVTControlCharacters(stdout)) ?? [];
    if (tests !== undefined && step !== 'npm test' && round === 0)
      counted.push(`${step}: ${tests}`);
    if (status === 0) continue;
    broken.add(step);
    process.stderr.write(stdout);
  }
  rmSync(folder, { recursive: true, force: true });
}
const of = (step: Step): number => median(tookS[step]);
const clean = of('npm ci') + of('npm test');
const lines = [
  `A developer’s loop in a clean clone. ${machine}`,
  `Load before it: ${loadBefore}, which slows all of it where it is much.`,
  '',
  ...names.map((step) => `${step.padEnd(18)}${of(step).toFixed(1).padStart(8)} s`),
  '',
  `npm ci and npm test from clean, without thorough tests and faults: ${clean.toFixed(0)} s; goal ≤ 90 s: ${verdict(clean <= 90)}`,
  `unit tests: ${of('unit tests').toFixed(1)} s; goal ≤ 20 s: ${verdict(of('unit tests') <= 20)}`,
  ...counted,
  ...(broken.size === 0 ? [] : [`Failed: ${[...broken].join(', ')}`]),
];
process.stdout.write(`${lines.join('\n')}\n`);
writeFileSync(here('loop.txt'), `${lines.join('\n')}\n`);
if (broken.size > 0) process.exitCode = 1;

function run(file: string, args: readonly string[], cwd: string) {
  return spawnSync(file, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 });
}
