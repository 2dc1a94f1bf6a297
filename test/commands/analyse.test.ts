import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { carriedFrom } from '../../src/exchange/carried-from.ts';
import { encodeCsv } from '../../src/exchange/csv/encode-csv.ts';
import { encodeFit } from '../../src/exchange/fit/encode-fit.ts';
import type { Fact } from '../../src/session/facts.ts';
import { heartNamed } from '../review/hrv/hearts.ts';
import { heartbeats } from '../review/hrv/synthetic-heart.ts';
import { openHeader } from '../session/story.ts';
import { dataOf, runHere } from './in-process.ts';
import { storeSession } from './stored-session.ts';

const rr = heartbeats({ ...heartNamed('rest, middling'), beats: 400, seed: 6 });
let atMs = 0;
const facts = rr.map((rrMs): Fact => {
  atMs += rrMs;
  return { type: 'measured', atMs, bpm: Math.round(60_000 / rrMs), rrIntervalsMs: [rrMs] };
});

describe('pulsepace analyse', () => {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'pulsepace-analyse-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const file = (name: string, text: string | Buffer): string => {
    const path = join(home, name);
    writeFileSync(path, text);
    return path;
  };

  test('a file and a session of the same beats have the same values', async () => {
    storeSession(dataOf(home), openHeader({ id: 'rested' }), facts);
    const path = file('rested.rr.txt', rr.join('\n'));
    const [fromFile, fromSession] = [
      await runHere(home, ['analyse', path, '--json']),
      await runHere(home, ['analyse', 'rested', '--json']),
    ];
    expect([fromFile.code, fromSession.code]).toEqual([0, 0]);
    expect(JSON.parse(fromSession.stdout)).toEqual(JSON.parse(fromFile.stdout));
    expect(JSON.parse(fromFile.stdout)).toMatchObject({
      schema: 'pulsepace/analysis/1',
      beats: 400,
      artefacts: { percent: 0, items: [] },
      quality: { grade: 'good', reasons: [] },
    });
  });

  test('analytics §12: from 3 % of spoilt beats on alpha1 is marked, of the whole and in its windows', async () => {
    const spoilt = rr.map((ms, index) => (index % 25 === 12 ? 2 * ms : ms));
    const { stdout } = await runHere(home, ['analyse', file('spoilt.txt', spoilt.join('\n'))]);
    expect(stdout).toMatch(/^DFA alpha1 +\d\.\d\d\? +\d\.\d\d$/m);
    const whole = await runHere(home, ['analyse', file('whole.txt', rr.join('\n'))]);
    expect(whole.stdout).toMatch(/^DFA alpha1 +\d\.\d\d +\d\.\d\d$/m);
  });

  test('of no beats nothing is said to be without fault', async () => {
    const silent = facts.map((fact) => ({ ...fact, rrIntervalsMs: [] }));
    storeSession(dataOf(home), openHeader({ id: 'silent' }), silent);
    const { stdout } = await runHere(home, ['analyse', 'silent']);
    expect(stdout).toContain('Spoilt intervals: not known, there are no beats');
  });

  test('a journal by its path is read as a session', async () => {
    const path = storeSession(dataOf(home), openHeader({ id: 'rested' }), facts);
    const { stdout } = await runHere(home, ['analyse', path, '--json']);
    expect(JSON.parse(stdout).beats).toBe(400);
  });

  test('in words the grade comes first, and a simulator says that it is one', async () => {
    storeSession(dataOf(home), openHeader({ source: 'simulator' }), facts);
    const { stdout } = await runHere(home, ['analyse', 'last']);
    const [grade, what] = stdout.split('\n');
    expect(grade).toBe('Good: the intervals may be relied on');
    expect(what).toContain('SIMULATOR, not a real heart');
    expect(stdout).toMatch(/RMSSD +\d+\.\d +\d+\.\d ms/);
    expect(stdout).not.toMatch(/NaN|undefined|arrhythmia/i);
  });

  test('an irregular rhythm told in the profile is the reason first read, and nothing is shown of variability', async () => {
    storeSession(dataOf(home), openHeader(), facts);
    expect((await runHere(home, ['profile', 'set', 'irregularRhythm', 'yes'])).code).toBe(0);
    const { stdout } = await runHere(home, ['analyse', 'last']);
    expect(stdout).toMatch(/^Withheld/);
    expect(stdout).toContain('your profile says that your rhythm is irregular');
    expect(stdout).toMatch(/RMSSD +- /);
    expect(stdout).not.toMatch(/arrhythmia|fibrillation/i);
  });

  test('too short a recording says why, and is withheld', async () => {
    const { code, stdout } = await runHere(home, ['analyse', file('short.txt', '800\n810\n790\n')]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Withheld/);
    expect(stdout).toContain('it needs 30 s of intervals, there are 2');
  });

  test('--window and --step lay the windows', async () => {
    const path = file('rested.rr.txt', rr.join('\n'));
    const { stdout } = await runHere(home, [
      'analyse',
      path,
      '--json',
      '--window',
      '60',
      '--step',
      '15',
    ]);
    const starts = JSON.parse(stdout).windows.map((each: { startS: number }) => each.startS);
    expect(starts.slice(0, 3)).toEqual([0, 15, 30]);
    expect(JSON.parse(stdout).windows[0].endS).toBe(60);
  });

  test.each([
    ['nothing of that name', 'nothing-here', [], 3],
    ['a wrong window', 'x', ['--window', '0'], 2],
    ['a wrong step', 'x', ['--step', 'often'], 2],
  ])('%s ends with its exit code', async (_, wanted, flags, code) => {
    const ran = await runHere(home, ['analyse', wanted, ...flags]);
    expect(ran.code).toBe(code);
    expect(ran.stdout).toBe('');
    expect(ran.stderr.trim().length).toBeGreaterThan(0);
  });

  test.each([
    ['words', 'eight hundred\n'],
    ['nothing', '\n# only a comment\n'],
    ['bytes', Buffer.from([14, 16, 217, 8, 0, 255, 0, 27])],
    ['a broken journal', '{"schemaVersion":1,'],
  ])('a file of %s is damaged: exit 5, one sentence', async (_, text) => {
    const ran = await runHere(home, ['analyse', file('broken', text)]);
    expect(ran.code).toBe(5);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toMatch(/^[^\n\p{C}]+\n$/u);
  });

  test('a folder is no recording', async () => {
    expect((await runHere(home, ['analyse', home])).code).toBe(2);
  });

  test('a journal with damaged lines is analysed for the rest, says so, and exits 5', async () => {
    storeSession(dataOf(home), openHeader({ id: 'torn' }), facts, ['garbage\n']);
    const { code, stdout, stderr } = await runHere(home, ['analyse', 'torn', '--json']);
    expect(code).toBe(5);
    expect(JSON.parse(stdout).beats).toBe(400);
    expect(stderr).toContain('1 line of torn could not be read');
  });

  describe('files of other programs', () => {
    const header = openHeader({ id: 'rested', source: 'simulator' });
    const carried = carriedFrom(header, facts);

    test('a FIT file of ours has the values of its session, to the ms of its intervals', async () => {
      storeSession(dataOf(home), header, facts);
      const path = file('rested.fit', Buffer.from(encodeFit(carried, 10)));
      const [fromFit, fromSession] = [
        await runHere(home, ['analyse', path, '--json']),
        await runHere(home, ['analyse', 'rested', '--json']),
      ];
      expect([fromFit.code, fromFit.stderr]).toEqual([0, '']);
      const [fit, own] = [JSON.parse(fromFit.stdout), JSON.parse(fromSession.stdout)];
      expect(fit.beats).toBe(own.beats);
      expect(fit.corrected.gapsBefore).toEqual(own.corrected.gapsBefore);
      expect(Math.abs(fit.corrected.rmssdMs - own.corrected.rmssdMs)).toBeLessThan(0.5);
    });

    test('our CSV has exactly those values', async () => {
      storeSession(dataOf(home), header, facts);
      const path = file('rested.csv', encodeCsv(header, facts));
      const ran = await runHere(home, ['analyse', path, '--json']);
      expect(ran.code).toBe(0);
      const own = JSON.parse((await runHere(home, ['analyse', 'rested', '--json'])).stdout);
      expect(JSON.parse(ran.stdout).corrected.rmssdMs).toBeCloseTo(own.corrected.rmssdMs, 2);
    });

    test('a simulated heart stays one in its file', async () => {
      const path = file('rested.fit', Buffer.from(encodeFit(carried, 10)));
      const { stdout } = await runHere(home, ['analyse', path]);
      expect(stdout).toContain('rested.fit (FIT, SIMULATOR, not a real heart)');
    });

    test('a damaged one is analysed for what is whole, says so, and exits 5, as a session', async () => {
      const whole = Buffer.from(encodeFit(carried, 10));
      const path = file('torn.fit', whole.subarray(0, Math.floor(whole.length * 0.7)));
      const { code, stdout, stderr } = await runHere(home, ['analyse', path, '--json']);
      expect(code).toBe(5);
      expect(JSON.parse(stdout).beats).toBeGreaterThan(200);
      expect(JSON.parse(stdout).beats).toBeLessThan(400);
      expect(stderr).toContain('is damaged, and what is whole of it is analysed: ');
    });

    test('HRV Logger is read, and GPX is refused in a sentence', async () => {
      let sinceMs = 0;
      const rows = rr.map((ms) => {
        sinceMs += ms;
        return `2026-11-01 07:00:00 +0000,${Math.round(ms)},${Math.round(sinceMs)}`;
      });
      const logger = file('rr.csv', ['date,rr,since start', ...rows, ''].join('\n'));
      const read = await runHere(home, ['analyse', logger, '--json']);
      expect([read.code, JSON.parse(read.stdout).beats]).toEqual([0, 400]);
      const gpx = file('a.gpx', '<?xml version="1.0"?><gpx></gpx>');
      const refused = await runHere(home, ['analyse', gpx]);
      expect([refused.code, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toMatch(/^[^\n\p{C}]+GPX[^\n]+\n$/u);
    });
  });
});
