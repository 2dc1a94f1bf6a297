import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { takeLock } from '../../src/journal/lock.ts';
import { readJournal } from '../../src/journal/read-journal.ts';
import { temporaryFolder } from '../journal/samples.ts';
import { began, journal, over, steady } from '../review/journal-facts.ts';
import { headerOf, plainRoutine } from '../session/story.ts';
import { dataOf, runHere } from './in-process.ts';
import { storeSession } from './stored-session.ts';

const header = headerOf(plainRoutine(1));
const whole = journal(began(0), steady(80, 0, 60), over(60));

let home = '';
let first = '';
let second = '';
const at = (day: number): string => `2026-11-${day}T07:00:00.000Z`;
const told = (path: string): string => readFileSync(path, 'utf8');

beforeEach(() => {
  home = temporaryFolder();
  mkdirSync(dataOf(home), { mode: 0o700 });
  first = storeSession(dataOf(home), { ...header, id: 'first1', startedAt: at(20) }, whole);
  second = storeSession(
    dataOf(home),
    { ...header, id: 'broken', startedAt: at(21) },
    whole.slice(0, 40),
  );
});

describe('log delete', () => {
  test('where nobody can be asked it takes --yes, and says so', async () => {
    const { code, stderr } = await runHere(home, ['log', 'delete', 'first1']);
    expect(code).toBe(2);
    expect(stderr).toContain('add --yes');
    expect(existsSync(first)).toBe(true);
  });

  test('deletes the one session, with the torn bytes kept beside it, and nothing else', async () => {
    writeFileSync(`${first}.torn`, 'x');
    const before = told(second);
    const { code, stderr } = await runHere(home, ['log', 'delete', 'first1', '--yes']);
    expect(code).toBe(0);
    expect(stderr).toContain('Deleted first1');
    expect(readdirSync(join(dataOf(home), 'sessions'))).toEqual([
      expect.stringContaining('broken'),
    ]);
    expect(told(second)).toBe(before);
    expect((await runHere(home, ['log', 'list'])).stdout).not.toContain('2026-11-20');
  });

  test('while a session runs nothing is deleted', async () => {
    const lock = takeLock(dataOf(home));
    const { code, stderr } = await runHere(home, ['log', 'delete', 'broken', '--yes']);
    lock.release();
    expect([code, stderr]).toEqual([6, expect.stringContaining('Another session is running')]);
    expect(existsSync(second)).toBe(true);
  });

  test('what there is not is exit 3', async () => {
    expect((await runHere(home, ['log', 'delete', 'nobody', '--yes'])).code).toBe(3);
  });
});

describe('log verify', () => {
  test('all whole is exit 0', async () => {
    const { code, stdout } = await runHere(home, ['log', 'verify']);
    expect([code, stdout]).toEqual([0, '2 sessions, 102 facts: all are whole.\n']);
  });

  test('D5 names file, line and reason of what is damaged, and changes nothing', async () => {
    appendFileSync(first, 'rubbish\n{"type":"measured"}\n');
    appendFileSync(second, '{"type":"meas');
    writeFileSync(join(dataOf(home), 'sessions', '2026-12-01T000000Z_empty0.ndjson'), '');
    const before = [told(first), told(second)];
    const { code, stdout } = await runHere(home, ['log', 'verify']);
    expect(code).toBe(5);
    expect(stdout).toContain('_first1.ndjson, line 64: not JSON');
    expect(stdout).toMatch(/_first1\.ndjson, line 65: atMs/);
    expect(stdout).toMatch(/_empty0\.ndjson, line 1: .*it is empty/);
    expect(stdout).toContain('_broken.ndjson: its last line was cut off');
    expect(stdout).toContain('3 sessions, 102 facts: 2 damaged. Nothing was changed');
    expect([told(first), told(second)]).toEqual(before);
    const json = JSON.parse((await runHere(home, ['log', 'verify', '--json'])).stdout);
    expect(json).toMatchObject({ schema: 'pulsepace/verify/1', sessions: 3, facts: 102 });
    expect(json.problems).toContainEqual({
      file: expect.stringContaining('first1'),
      line: 64,
      reason: 'not JSON',
    });
    expect(json.torn).toHaveLength(1);
  });

  test('D5 a clock that runs backwards is damage', async () => {
    appendFileSync(first, '{"type":"note-added","atMs":3,"text":"early"}\n');
    const { code, stdout } = await runHere(home, ['log', 'verify']);
    expect([code, stdout]).toEqual([5, expect.stringContaining('runs backwards to 3 ms')]);
  });
});

describe('log recover', () => {
  test('lists what broke off, with what can be done', async () => {
    const { code, stdout, stderr } = await runHere(home, ['log', 'recover']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^broken {2}Plain of 2026-11-21 08:00, broke off after 0:38, \d+ (days|h)/,
    );
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stderr).toContain('--finish');
    const { stdout: json } = await runHere(home, ['log', 'recover', '--json']);
    expect(JSON.parse(json)).toMatchObject({
      schema: 'pulsepace/interrupted/1',
      interrupted: [{ id: 'broken', lastFactS: 38, isResumable: false }],
    });
  });

  test('§3 --finish ends the open exercise and then the session, at its last fact', async () => {
    appendFileSync(second, '{"type":"meas');
    const { code, stderr } = await runHere(home, ['log', 'recover', '--finish']);
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining('Finished broken at its last fact'),
    ]);
    const { facts, ended, damage } = readJournal(second);
    expect(facts.slice(-2)).toMatchObject([
      { type: 'exercise-ended', atMs: 38_000, outcome: 'stopped' },
      { type: 'session-ended', atMs: 38_000, reason: 'interrupted' },
    ]);
    expect([ended, damage]).toEqual([true, []]);
    expect(told(`${second}.torn`)).toBe('{"type":"meas');
    expect((await runHere(home, ['log', 'recover'])).stderr).toBe('No session is interrupted.\n');
    expect((await runHere(home, ['log', 'show', 'broken'])).stdout).toContain('interrupted');
  });

  test('--discard deletes it, and only where it is named', async () => {
    expect((await runHere(home, ['log', 'recover', '--discard'])).code).toBe(2);
    expect((await runHere(home, ['log', 'recover', 'broken', '--discard'])).code).toBe(0);
    expect([existsSync(first), existsSync(second)]).toEqual([true, false]);
  });

  test('one with an end is no case for it, exit 3; two choices at once are none, exit 2', async () => {
    expect((await runHere(home, ['log', 'recover', 'first1', '--finish'])).code).toBe(3);
    expect((await runHere(home, ['log', 'recover', 'broken', '--finish', '--discard'])).code).toBe(
      2,
    );
  });

  test('after two hours it is not resumed any more', async () => {
    const { code, stderr } = await runHere(home, ['log', 'recover', 'broken', '--resume']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('cannot be resumed any more')]);
  });

  test('while a session runs, whose journal has no end yet, nothing is recovered', async () => {
    const lock = takeLock(dataOf(home));
    const { code } = await runHere(home, ['log', 'recover', '--finish']);
    lock.release();
    expect([code, readJournal(second).ended]).toEqual([6, false]);
  });
});
