/**
 * Ten years of daily sessions: list and trends from the catalogue against lowdb + zod of the same file; a rebuild and
 * the summary of a ten-hour session against JSON.parse a line. Ratios are medians of interleaved runs.
 * npm run bench -- catalogue [days of the list, 3650] [hours to rebuild, 60]
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, memoryUsage, stdout } from 'node:process';
import { Low } from 'lowdb';
import { logList } from '../src/commands/log-list.ts';
import {
  catalogueSchema,
  catalogueVersion,
  sessionCatalogue,
} from '../src/commands/session-catalogue.ts';
import { catalogueFile } from '../src/journal/catalogue-file.ts';
import { journalPaths } from '../src/journal/journal-paths.ts';
import { readJournal } from '../src/journal/read-journal.ts';
import { dayOf } from '../src/review/local-day.ts';
import { summarize } from '../src/review/summary.ts';
import { writeYears } from './years.ts';

const days = Number(argv[2] ?? 3650);
const hours = Number(argv[3] ?? 60);
const runs = 7;
const lastDay = dayOf('2026-11-24');
const stderr = { write: () => true };
const place = mkdtempSync(join(tmpdir(), 'catalogue-'));

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

type Timed = { readonly name: string; readonly run: () => unknown };

/** Runs all of them in turn, several times; the first is what the others are measured by. */
async function compared(title: string, timed: readonly Timed[]): Promise<void> {
  const tookMs = timed.map((): number[] => []);
  for (let turn = 0; turn <= runs; turn += 1) {
    for (const [index, { run }] of timed.entries()) {
      const beganMs = performance.now();
      await run();
      // The first turn is a warm-up.
      if (turn > 0) tookMs[index]?.push(performance.now() - beganMs);
    }
  }
  const floor = median([...(tookMs[0] ?? [])]);
  stdout.write(`${title}\n`);
  for (const [index, { name }] of timed.entries()) {
    const ms = median([...(tookMs[index] ?? [])]);
    stdout.write(
      `  ${name.padEnd(44)}${ms.toFixed(1).padStart(9)} ms  ${(ms / floor).toFixed(2)}x\n`,
    );
  }
}

function parseLines(path: string): number {
  let lines = 0;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    JSON.parse(line);
    lines += 1;
  }
  return lines;
}

const long = join(place, 'long');
writeYears(long, { days: 1, lastDay, seed: 7, openMinutes: 600 });
const [tenHours = ''] = journalPaths(long);
await compared(`open a 10 h session (${parseLines(tenHours)} lines)`, [
  { name: 'JSON.parse a line', run: () => parseLines(tenHours) },
  {
    name: 'read and summarize',
    run: () => {
      const { header, facts } = readJournal(tenHours);
      return summarize(header, facts);
    },
  },
]);

const built = join(place, 'built');
writeYears(built, { days: hours, lastDay, seed: 11, openMinutes: 60 });
const journals = journalPaths(built);
const bytes = journals.reduce((sum, path) => sum + statSync(path).size, 0);
await compared(`rebuild the catalogue from ${hours} x 1 h (${(bytes / 2 ** 20).toFixed(0)} MiB)`, [
  {
    name: 'JSON.parse a line',
    run: () => journals.reduce((sum, path) => sum + parseLines(path), 0),
  },
  {
    name: 'rebuild and write',
    run: async () => {
      rmSync(join(built, 'catalogue.json'), { force: true });
      return sessionCatalogue({ stderr }, built);
    },
  },
]);
stdout.write(`  resident ${(memoryUsage().rss / 2 ** 20).toFixed(0)} MiB\n`);

const listed = join(place, 'listed');
writeYears(listed, { days, lastDay, seed: 3 });
await sessionCatalogue({ stderr }, listed);
const path = join(listed, 'catalogue.json');
const text = readFileSync(path, 'utf8');
await compared(`${days} sessions (${(text.length / 2 ** 20).toFixed(1)} MiB of catalogue)`, [
  {
    name: 'lowdb + zod',
    run: () => {
      const file = catalogueFile({
        path,
        schemaVersion: catalogueVersion,
        schema: catalogueSchema,
      });
      return new Low(file, []).read();
    },
  },
  { name: 'JSON.parse', run: () => JSON.parse(text) },
  {
    name: 'log list',
    run: async () => {
      let drawn = '';
      const output = { stdout: { write: (out: string) => (drawn += out) }, stderr };
      const catalogue = await sessionCatalogue({ stderr }, listed);
      logList(listed, catalogue, output, { width: 80, colour: false });
      return drawn;
    },
  },
]);
rmSync(place, { recursive: true, force: true });
