import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { journalName } from '../../../src/journal/journal-name.ts';
import { lineOf } from '../../../src/journal/line.ts';
import { binary, environment, knownHome, newestJournal, run } from '../../end-to-end/pulsepace.ts';
import { header, recordedFacts } from '../../journal/samples.ts';
import { dataOf, sessionsOf } from '../storing-home.ts';

const heapProbe = fileURLToPath(new URL('../fixtures/heap-probe.cjs', import.meta.url));
const sliceProbe = fileURLToPath(new URL('../fixtures/slice-probe.cjs', import.meta.url));
const dayMs = 86_400_000;
const mebibyte = 2 ** 20;

const mostMebibytesADay = 5;

/** A day at 1 Hz through the whole program, and by how much its memory grows a day in the second half of it. */
async function dayOf(home: string, probe: string, ...more: readonly string[]) {
  const heapFile = join(home, 'heap.txt');
  const args = ['watch', '--sensor', 'simulator', '--minutes', '1440', '--speed', 'max', '--plain'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', '--require', probe, binary, ...args, ...more],
    { env: environment(home, { HEAP_FILE: heapFile }), maxBuffer: 64 * mebibyte },
  );
  const samples = readFileSync(heapFile, 'utf8').trimEnd().split('\n').map(Number);
  const later = samples.slice(Math.floor(samples.length / 2));
  expect(later.length).toBeGreaterThan(5);
  const mebibytesADay = (slope(later) * samples.length) / mebibyte;
  console.log(`Soak: ${mebibytesADay.toFixed(2)} MiB a day over ${later.length} samples`);
  return { stdout, mebibytesADay };
}

test('a day at 1 Hz through the whole program: the heap grows by 5 MiB a day at most in its second half', async () => {
  const home = knownHome();
  const { mebibytesADay } = await dayOf(home, heapProbe);
  const { facts } = newestJournal(home);
  expect(facts.findLast(({ type }) => type === 'cool-down-began')?.atMs).toBe(dayMs);
  expect(facts.filter(({ type }) => type === 'measured').length).toBeGreaterThan(80_000);
  expect(mebibytesADay).toBeLessThanOrEqual(mostMebibytesADay);
});

test('a day without a journal: all of it is in the summary, and memory grows by 5 MiB at most', async () => {
  const { stdout, mebibytesADay } = await dayOf(knownHome(), sliceProbe, '--no-log');
  expect(stdout).toMatch(/24:00:00/);
  expect(mebibytesADay).toBeLessThanOrEqual(mostMebibytesADay);
});

/** Least squares, a sample apart. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [above, below] = values.reduce(
    ([a, b], value, at) => [a + (at - middle) * (value - mean), b + (at - middle) ** 2],
    [0, 0],
  );
  return above / below;
}

test('ten years of sessions, one a day: listed, and never more than one of them in memory', async () => {
  const home = knownHome();
  mkdirSync(sessionsOf(home), { mode: 0o700 });
  const facts = recordedFacts(60).map(lineOf).join('');
  const firstMs = Date.parse('2016-11-22T07:00:00.000Z');
  const days = 3650;
  for (let day = 0; day < days; day += 1) {
    const startedAt = new Date(firstMs + day * dayMs).toISOString();
    const id = day.toString(36).padStart(6, '0');
    const first = lineOf({ ...header, id, startedAt });
    writeFileSync(join(sessionsOf(home), journalName(startedAt, id)), first + facts, {
      mode: 0o600,
    });
  }
  const bytes = days * facts.length;
  expect(bytes).toBeGreaterThan(20 * mebibyte);
  // Two tens of MiB hold Node, the figures of all, and one session; all sessions are far more.
  const env = { NODE_OPTIONS: '--max-old-space-size=48' };
  const made = await run(home, ['log', 'list', '--json'], { env });
  expect([made.code, made.stderr]).toEqual([0, expect.stringContaining('made anew from the 3650')]);
  expect(JSON.parse(made.stdout).sessions).toHaveLength(days);
  expect(readdirSync(dataOf(home))).toContain('catalogue.json');
  const again = await run(home, ['log', 'list', '--json'], { env });
  expect(again).toEqual({ code: 0, stderr: '', stdout: made.stdout });
  const verified = await run(home, ['log', 'verify'], { env });
  expect(verified.code).toBe(0);
});
