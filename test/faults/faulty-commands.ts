import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { decodeFit } from '../../src/exchange/fit/decode-fit.ts';
import { takeLock } from '../../src/journal/lock.ts';
import { readJournal } from '../../src/journal/read-journal.ts';
import { recordedPulse } from './recorded-pulse.ts';
import { dataOf, earlierOf, earlierText, laterLines } from './storing-home.ts';
import type { Traced } from './strace.ts';

export type FaultyCommand = {
  readonly args: (home: string) => readonly string[];
  /** Files beside the data folder whose calls may fail too. */
  readonly files: (home: string) => readonly string[];
  /** What must hold whatever failed; `reference` is the run without a fault. */
  readonly holds: (home: string, run: Traced, reference: Traced) => void;
};

const temporaryNames = (path: string): string[] =>
  [1, 2, 3].map((n) => `${path}.00000000-0000-4000-8000-${String(n).padStart(12, '0')}.new`);

const exported = (home: string): string => join(home, 'kept.fit');
const foreign = resolve('test/fixtures/journals/version-1.ndjson');
const foreignLines = readFileSync(foreign, 'utf8').trimEnd().split('\n');
const none = (): string[] => [];

/** The main job: paced, warned and told to the end, whatever the disk says. */
export function trainCommand(): FaultyCommand {
  const recording = recordedPulse([
    { bpm: [80, 81], seconds: 5 },
    { bpm: [92, 93], seconds: 4 },
    { bpm: [104, 103], seconds: 3 },
  ]);
  return {
    args: () => [
      ...[
        'train',
        'legs',
        '--screened',
        '--sensor',
        `replay:${recording}`,
        '--speed',
        'max',
        '--json',
      ],
    ],
    files: none,
    holds: (home, run, reference) => {
      if (run.stdout === '') return expect(run.code).not.toBe(0);
      const told = run.stdout.trimEnd().split('\n');
      expect(told.slice(1)).toEqual(reference.stdout.trimEnd().split('\n').slice(1));
      const lost = Number(/(\d+) facts? could not be written/.exec(run.stderr)?.[1] ?? 0);
      const stored = laterLines(home);
      expect(stored.length).toBeGreaterThanOrEqual(told.length - lost);
      expect(stored).toEqual(told.slice(0, stored.length));
      if (lost > 0) expect(run.code).toBe(6);
      if (stored.length < told.length) expect(run.stderr).toContain('NOT RECORDING');
    },
  };
}

export const faultyCommands: Record<string, FaultyCommand> = {
  export: {
    args: (home) => ['export', 'last', '--out', exported(home)],
    files: (home) => [
      home,
      earlierOf(home),
      exported(home),
      ...[1, 2, 3, 4, 5, 6].map((n) => `${exported(home)}.${n}.new`),
    ],
    holds: (home, { code }) => {
      if (existsSync(exported(home))) {
        expect(decodeFit(readFileSync(exported(home))).damage).toEqual([]);
      } else expect(code).not.toBe(0);
    },
  },
  import: {
    args: () => ['import', foreign],
    files: (home) => [
      foreign,
      earlierOf(home),
      ...[foreignName].flatMap((name) => {
        const path = join(dataOf(home), 'sessions', name);
        return [path, ...temporaryNames(path)];
      }),
    ],
    holds: (home, { code }) => {
      const lines = laterLines(home);
      if (lines.length > 0) expect(lines.slice(1)).toEqual(foreignLines.slice(1));
      else expect(code).not.toBe(0);
    },
  },
  doctor: { args: () => ['doctor'], files: none, holds: () => undefined },
  'log list': {
    args: () => ['log', 'list', '--json'],
    files: (home) => [earlierOf(home)],
    holds: (_, run, reference) => {
      if (run.code === 0) expect(run.stdout).toBe(reference.stdout);
    },
  },
  'log note': {
    args: () => ['log', 'note', 'last', 'slept badly'],
    files: (home) => [earlierOf(home)],
    holds: (home, { code }) => {
      const text = readFileSync(earlierOf(home), 'utf8');
      expect(text.startsWith(earlierText)).toBe(true);
      if (code === 0)
        expect(text.slice(earlierText.length)).toMatch(/^\{"type":"note-added".*\}\n$/);
    },
  },
  'log verify': {
    args: () => ['log', 'verify'],
    files: (home) => [earlierOf(home)],
    holds: () => undefined,
  },
  'profile set': {
    args: () => ['profile', 'set', 'theme', 'mono'],
    files: none,
    holds: (home, { code }) => {
      const profile = JSON.parse(readFileSync(join(dataOf(home), 'profile.json'), 'utf8'));
      expect(profile).toMatchObject({ askedAt: '2026-11-22T07:00:00.000Z' });
      if (code === 0) expect(profile).toMatchObject({ theme: 'mono' });
    },
  },
};

const foreignName = '2026-11-22T070000Z_ab12cd.ndjson';
const documented = [0, 2, 3, 4, 5, 6];

/** What no fault of a disk may bring: our fault, a stack, damage, a session touched that was not asked for, a lock that stays. */
export function expectWhole(home: string, { code, stdout, stderr }: Traced): void {
  expect(documented).toContain(code);
  expect(stdout + stderr).not.toMatch(/fault of pulsepace|\n {4}at /);
  if (code !== 0 && code !== 4) expect(stderr + stdout).not.toBe('');
  expectUndamaged(home);
}

export function expectUndamaged(home: string): void {
  expect(readFileSync(earlierOf(home), 'utf8').startsWith(earlierText)).toBe(true);
  expect(readJournal(earlierOf(home)).damage).toEqual([]);
  takeLock(dataOf(home)).release();
}
