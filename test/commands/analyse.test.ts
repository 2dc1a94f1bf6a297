import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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
});
