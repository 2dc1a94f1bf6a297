/**
 * The catalogue made anew from ten years of an hour a day (1.4 GB in a temporary folder, removed afterwards), beside
 * JSON.parse a line: a part of the years a round. Then all of it once more by the program on a terminal: its memory and its
 * progress bar. Equal work: each reads as many sessions of the same length in all.
 * npm run bench -- rebuild [--days N] [--rounds N]
 */
import { linkSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { sessionCatalogue } from '../src/commands/session-catalogue.ts';
import { journalPaths } from '../src/journal/journal-paths.ts';
import { dayOf } from '../src/review/local-day.ts';
import { sameWork } from './equal-work.ts';
import { interleaved } from './interleaved.ts';
import { option } from './options.ts';
import { parseLines } from './parse-lines.ts';
import { binary, ranWhole } from './process-run.ts';
import { peakMiBOf } from './processes.ts';
import { msText, tell, times } from './row.ts';
import { writeYears } from './years.ts';

const days = option('days', 3650);
const lastDay = dayOf('2026-11-24');
const place = mkdtempSync(join(tmpdir(), 'pulsepace-rebuild-'));
process.on('exit', () => rmSync(place, { recursive: true, force: true }));
const rounds = option('rounds', 5);
const whole = join(place, 'whole');
mkdirSync(join(whole, 'sessions'), { recursive: true, mode: 0o700 });
const partDays = Math.max(1, Math.round(days / rounds));
const parts = Array.from({ length: rounds }, (_, part) => yearsOf(part));
const megabytes = journalPaths(whole).reduce((sum, path) => sum + statSync(path).size, 0) / 1e6;

const worked = { floor: { sessions: 0, ms: 0 }, ours: { sessions: 0, ms: 0 } };
const next = { floor: 0, ours: 0 };
const took = await interleaved(
  {
    floor: () => {
      for (const path of journalPaths(parts[next.floor++] ?? '')) {
        worked.floor.ms += parseLines(path).endMs;
        worked.floor.sessions += 1;
      }
    },
    ours: async () => {
      const part = parts[next.ours++] ?? '';
      const { sessions } = await sessionCatalogue({ stderr: { write: () => true } }, part);
      worked.ours.sessions += sessions.length;
      for (const { figures } of sessions) worked.ours.ms += figures.durationMs;
    },
  },
  rounds,
  0,
);
const [partMiB, wholeMiB] = [await listed(parts[0] ?? ''), await listed(whole)];
forget(whole);
const piped = ranWhole([binary, 'log', 'list', '--data-dir', whole]);

tell({
  what: `rebuild the catalogue from ${partDays * rounds} × 1 h (${megabytes.toFixed(0)} MB), ${partDays} a round`,
  floor: `JSON.parse a line ${msText(took.floor)}`,
  ours: `${msText(took.ours)}; as a process ${wholeMiB.peakMiB.toFixed(0)} MiB at most, ${partMiB.peakMiB.toFixed(0)} with ${partDays} of the sessions`,
  ratio: times(took.ours.wallMs / took.floor.wallMs),
  goal: '≤ 1.2× JSON.parse a line; memory flat; progress bar',
  reached:
    took.ours.wallMs <= 1.2 * took.floor.wallMs &&
    wholeMiB.peakMiB <= 1.5 * partMiB.peakMiB &&
    (wholeMiB.hasBar || wholeMiB.tookMs < 2000),
  equal: sameWork(worked),
  notes: [
    `progress bar on a terminal: ${wholeMiB.hasBar ? 'shown' : 'not shown'}; piped: ${piped.stderr === '' ? 'nothing' : JSON.stringify(piped.stderr.slice(0, 80))}`,
  ],
});

/** A part of the years in a directory of its own, and linked into the whole. */
function yearsOf(part: number): string {
  const directory = join(place, `part-${part}`);
  const years = { days: partDays, lastDay: lastDay - part * partDays, seed: 11 + part };
  writeYears(directory, { ...years, openMinutes: 60 });
  for (const path of journalPaths(directory))
    linkSync(path, join(whole, 'sessions', basename(path)));
  return directory;
}

function forget(directory: string): void {
  rmSync(join(directory, 'catalogue.json'), { force: true });
}

type Listed = { readonly peakMiB: number; readonly hasBar: boolean; readonly tookMs: number };

/** `log list` of sessions without a catalogue, on a terminal. */
function listed(directory: string): Promise<Listed> {
  forget(directory);
  const startedMs = performance.now();
  const args = [binary, 'log', 'list', '--data-dir', directory];
  const terminal = spawn(process.execPath, args, { cols: 80, rows: 24, env: process.env });
  let [text, peakMiB] = ['', 0];
  terminal.onData((data) => {
    text += data;
  });
  const look = setInterval(() => {
    peakMiB = Math.max(peakMiB, peakMiBOf(terminal.pid));
  }, 20);
  return new Promise((resolve) => {
    terminal.onExit(() => {
      clearInterval(look);
      resolve({
        peakMiB,
        hasBar: /\d+ % .*left/.test(text),
        tookMs: performance.now() - startedMs,
      });
    });
  });
}
