import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { carriedFrom } from '../../src/exchange/carried-from.ts';
import { encodeCsv } from '../../src/exchange/csv/encode-csv.ts';
import { encodeFit } from '../../src/exchange/fit/encode-fit.ts';
import { encodeSessionJson } from '../../src/exchange/session-json.ts';
import { encodeTcx } from '../../src/exchange/tcx/encode-tcx.ts';
import { lineOf } from '../../src/journal/line.ts';
import { readJournal } from '../../src/journal/read-journal.ts';
import { summarize } from '../../src/review/summary.ts';
import { pacedSession } from '../exchange/stories.ts';
import { temporaryFolder } from '../journal/samples.ts';
import { openHeader, tell, through } from '../session/story.ts';
import { dataOf, runHere } from './in-process.ts';
import { storeSession } from './stored-session.ts';

const { header, facts } = pacedSession();
const session = carriedFrom(header, facts);
const fit = encodeFit(session, 10);
const data = (name: string): string =>
  fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url));

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

const journals = (home: string): string[] =>
  readdirSync(join(dataOf(home), 'sessions'))
    .sort()
    .map((name) => join(dataOf(home), 'sessions', name));

function only(home: string) {
  const [path = 'none', ...more] = journals(home);
  expect(more).toEqual([]);
  return readJournal(path);
}

async function imported(content: string | Uint8Array, name: string) {
  const home = temporaryFolder();
  const ran = await runHere(home, ['import', fileOf(name, content)]);
  expect(ran.code).toBe(0);
  return { home, ran, stored: only(home) };
}

describe('import', () => {
  test('FIT of ours: pulses, RR, laps by name with their outcomes, pauses; marked as imported', async () => {
    const { home, ran, stored } = await imported(fit, 'x.fit');
    const summary = summarize(stored.header, stored.facts);
    const before = summarize(header, facts);
    expect(stored.header.source).toBe('import');
    expect(stored.header.imported).toMatchObject({ file: 'x.fit', format: 'FIT' });
    expect(summary.laps.map(({ name, outcome }) => [name, outcome])).toEqual(
      before.laps.map(({ name, outcome }) => [name, outcome]),
    );
    expect(summary.measurements).toBe(239);
    expect(summary.durationS).toBe(before.durationS);
    expect(stored.facts.filter(({ type }) => type === 'paused')).toHaveLength(1);
    expect(ran.stderr).toContain('239 with a pulse');
    expect(statSync(stored.path).mode & 0o777).toBe(0o600);
    const list = await runHere(home, ['log', 'list', '--json']);
    expect(JSON.parse(list.stdout).sessions[0]).toMatchObject({
      source: 'import',
      routine: 'plain',
    });
  });

  test('nothing watched it, and its review says so instead of "none"', async () => {
    const { home, stored } = await imported(fit, 'x.fit');
    expect(stored.facts.some(({ type }) => type.startsWith('warning-'))).toBe(false);
    const { stdout } = await runHere(home, ['log', 'show']);
    expect(stdout).toContain('Warnings: not known');
    expect(stdout).not.toContain('Warnings: none');
    expect(stdout).toContain('Imported from x.fit (FIT)');
  });

  test('the same file twice is one session, whatever its name; so is the session it was written from', async () => {
    const { home, stored } = await imported(fit, 'x.fit');
    const again = await runHere(home, ['import', fileOf('other name.fit', fit), '--json']);
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout).files[0]).toMatchObject({
      status: 'known',
      session: stored.header.id,
    });
    const fromJournal = temporaryFolder();
    const journal = [lineOf(header), ...facts.map(lineOf)].join('');
    const both = [
      fileOf('x.ndjson', journal),
      fileOf('x.fit', fit),
      fileOf('x.json', encodeSessionJson(header, facts)),
      fileOf('x.tcx', encodeTcx(session, 'pulsepace')),
      fileOf('x.csv', encodeCsv(header, facts)),
    ];
    const ran = await runHere(fromJournal, ['import', ...both, '--json']);
    expect(JSON.parse(ran.stdout).files.map(({ status }: { status: string }) => status)).toEqual([
      'imported',
      'known',
      'known',
      'known',
      'known',
    ]);
    expect(journals(fromJournal)).toHaveLength(1);
  });

  test('RR text of ours, which has no place for an id, is known by its name and its beats; changed it is another session', async () => {
    const home = temporaryFolder();
    storeSession(dataOf(home), header, facts);
    storeSession(dataOf(home), { ...header, id: 'other1' }, facts.slice(0, 40));
    const out = temporaryFolder();
    const exported = await runHere(home, ['export', header.id, '--format', 'rr', '--out', out]);
    const path = exported.stdout.trim();
    const again = await runHere(home, ['import', path, '--json']);
    expect(JSON.parse(again.stdout).files).toMatchObject([{ status: 'known', session: header.id }]);
    writeFileSync(path, `${readFileSync(path, 'utf8')}800\n`);
    const other = await runHere(home, ['import', path, '--json']);
    expect(JSON.parse(other.stdout).files).toMatchObject([{ status: 'imported' }]);
    expect(journals(home)).toHaveLength(3);
  });

  test('a journal and JSON of ours stay what they are, but for where they came from', async () => {
    for (const [name, content] of [
      ['x.ndjson', [lineOf(header), ...facts.map(lineOf)].join('')],
      ['x.json', encodeSessionJson(header, facts)],
    ] as const) {
      const { stored } = await imported(content, name);
      const { imported: from, ...rest } = stored.header;
      expect(from?.file).toBe(name);
      expect(rest).toEqual(header);
      expect(stored.facts).toEqual(JSON.parse(JSON.stringify(facts)));
    }
  });

  test('TCX and CSV: what each can hold, and again the same when it goes out again', async () => {
    for (const [name, content] of [
      ['x.tcx', encodeTcx(session, 'pulsepace')],
      ['x.csv', encodeCsv(header, facts)],
    ] as const) {
      const { home, stored } = await imported(content, name);
      const summary = summarize(stored.header, stored.facts);
      expect(summary.laps.map((lap) => lap.name)).toEqual(session.laps.map((lap) => lap.name));
      const pulses = stored.facts.flatMap((fact) => (fact.type === 'measured' ? [fact.bpm] : []));
      const outside = session.points.filter(
        ({ atMs }) =>
          name === 'x.csv' || !session.pauses.some((p) => atMs > p.startMs && atMs < p.endMs),
      );
      expect(pulses).toEqual(outside.flatMap(({ bpm }) => bpm ?? []));
      const out = temporaryFolder();
      expect((await runHere(home, ['export', 'last', '--format', 'fit', '--out', out])).code).toBe(
        0,
      );
    }
  });

  test('a simulated heart stays one through every file', async () => {
    const simulated = { ...header, source: 'simulator' as const };
    const carried = carriedFrom(simulated, facts);
    for (const [name, content] of [
      ['x.fit', encodeFit(carried, 10)],
      ['x.tcx', encodeTcx(carried, 'pulsepace')],
      ['x.csv', encodeCsv(simulated, facts)],
    ] as const) {
      const { home, stored } = await imported(content, name);
      expect(stored.header.source).toBe('simulator');
      // Its warnings are no part of such a file.
      expect((await runHere(home, ['log', 'show'])).stdout).toContain('Warnings: not known');
      expect(stored.header.routine.name).toBe('Plain');
    }
  });

  test('a walk of others is a walk of ours, and an open one of ours stays open', async () => {
    const walk = openHeader({ sport: 'walk' });
    const told = tell(walk, through([80, 60])).facts;
    const carried = carriedFrom(walk, told);
    const ours = await imported(encodeFit(carried, 10), 'ours.fit');
    expect([ours.stored.header.routine.id, ours.stored.header.sport]).toEqual(['open', 'walk']);
    const { origin: _, ...foreign } = carried;
    const theirs = await imported(encodeFit(foreign, 10), 'theirs.fit');
    expect([theirs.stored.header.routine.id, theirs.stored.header.sport]).toEqual([
      'walk',
      undefined,
    ]);
  });

  test('RR text takes its start from its name, or from its last change, and says which', async () => {
    const beats = '800\n810\n820\n';
    const { stored, ran } = await imported(beats, '2016-09-04 08-59-27.txt');
    expect(stored.header.startedAt).toBe(new Date('2016-09-04T08:59:27').toISOString());
    expect(ran.stderr).toContain('taken from its name');
    expect((await imported(beats, 'rr.txt')).ran.stderr).toContain('last changed');
  });

  test('a damaged file gives what is whole of it, a warning, and 5', async () => {
    const home = temporaryFolder();
    const cut = fileOf('cut.fit', fit.subarray(0, 2000));
    const { code, stderr, stdout } = await runHere(home, ['import', cut, '--json']);
    expect(code).toBe(5);
    expect(stderr).toContain('It is damaged, and what is whole of it was kept: ');
    const [file] = JSON.parse(stdout).files;
    expect(file.records).toBeGreaterThan(20);
    expect(file.damage.length).toBeGreaterThan(0);
    expect(only(home).header.imported?.damage).toEqual(file.damage);
    expect((await runHere(home, ['log', 'show'])).stdout).toContain('damaged: it ');
  });

  test.skipIf(!existsSync(data('garmin-fenix-5-walk.fit')))(
    'real files: the walk whole, and the one without its end with a warning (skipped without ../shared/data)',
    async () => {
      const home = temporaryFolder();
      const files = [data('garmin-fenix-5-walk.fit'), data('activity-unexpected-eof.fit')];
      const { code, stdout } = await runHere(home, ['import', ...files, '--json']);
      expect(code).toBe(5);
      expect(JSON.parse(stdout).files).toMatchObject([
        { status: 'imported', records: 17, measurements: 17, rrIntervals: 62, damage: [] },
        {
          status: 'imported',
          records: 14,
          measurements: 0,
          damage: [expect.any(String), expect.any(String)],
        },
      ]);
    },
  );

  test('names and words of a file reach neither terminal nor journal with what is hidden in them', async () => {
    const evil = '\u001b]0;owned\u0007\u202eSquats\u009b2J';
    const carried = {
      ...session,
      title: evil,
      sensor: evil,
      laps: session.laps.map((lap) => ({ ...lap, name: evil })),
    };
    const home = temporaryFolder();
    const path = fileOf('\u001b[2Jx.fit', encodeFit(carried, 10));
    const ran = await runHere(home, ['import', path]);
    const shown = await runHere(home, ['log', 'show']);
    const text = readFileSync(journals(home)[0] ?? '', 'utf8');
    const hidden = /\p{C}/u;
    expect(ran.code).toBe(0);
    for (const each of [ran.stdout, ran.stderr, shown.stdout, text]) {
      expect(each.replaceAll('\n', '')).not.toMatch(hidden);
    }
    expect(text).not.toMatch(/\\u00(1b|9b)|\\u202e/);
  });

  test('what is no file, too large, or of no known kind is refused, and the others are imported', async () => {
    const home = temporaryFolder();
    const folder = temporaryFolder();
    const large = join(folder, 'large.fit');
    execFileSync('truncate', ['-s', '65M', large]);
    const fifo = join(folder, 'fifo');
    execFileSync('mkfifo', [fifo]);
    const prose = fileOf('x.txt', 'Dear diary\n');
    const json = fileOf('x.json', '{"a":1}');
    const good = fileOf('x.fit', fit);
    const files = [folder, large, fifo, '/dev/zero', join(folder, 'missing'), prose, json, good];
    const { code, stdout } = await runHere(home, ['import', ...files, '--json']);
    expect(code).toBe(2);
    const read = JSON.parse(stdout).files.map(
      ({ file, status }: { file: string; status: string }) => `${basename(file)} ${status}`,
    );
    expect(read.slice(1)).toEqual([
      'large.fit refused',
      'fifo refused',
      'zero refused',
      'missing refused',
      'x.txt refused',
      'x.json refused',
      'x.fit imported',
    ]);
    expect(journals(home)).toHaveLength(1);
  });

  test('an id that another session has is given anew', async () => {
    const home = temporaryFolder();
    const other = { ...header, startedAt: '2026-11-23T07:00:00.000Z' };
    const files = [
      fileOf('a.json', encodeSessionJson(header, facts)),
      fileOf('b.json', encodeSessionJson(other, facts)),
    ];
    expect((await runHere(home, ['import', ...files])).code).toBe(0);
    const ids = journals(home).map((path) => readJournal(path).header.id);
    expect(new Set(ids).size).toBe(2);
  });
});
