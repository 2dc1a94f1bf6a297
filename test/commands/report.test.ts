import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { header, storyFacts } from '../review/report/sessions.ts';
import { restFacts } from '../review/rest-facts.ts';
import { dataOf, runHere } from './in-process.ts';
import { storeSession } from './stored-session.ts';

describe('report', () => {
  let home = '';
  const here = process.cwd();
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'pulsepace-report-'));
    storeSession(dataOf(home), { ...header, id: 'older' }, storyFacts);
    const later = { id: 'newer', startedAt: '2026-11-23T23:30:00.000Z' };
    storeSession(dataOf(home), { ...header, ...later }, storyFacts);
    mkdirSync(join(home, 'out'));
    process.chdir(join(home, 'out'));
  });
  afterEach(() => {
    process.chdir(here);
    rmSync(home, { recursive: true, force: true });
  });
  const made = () => readdirSync(join(home, 'out'));

  test('writes the newest session into this folder, under its local date and routine, for its owner alone', async () => {
    const ran = await runHere(home, ['report']);
    expect(ran).toMatchObject({ code: 0, stdout: '' });
    expect(ran.stderr).toBe(
      'The report is in "pulsepace-2026-11-24-plain.html": open it in any browser, or print it from there.\n',
    );
    expect(made()).toEqual(['pulsepace-2026-11-24-plain.html']);
    expect(statSync('pulsepace-2026-11-24-plain.html').mode & 0o777).toBe(0o600);
    expect(readFileSync('pulsepace-2026-11-24-plain.html', 'utf8')).toContain('of session newer.');
  });

  test('writes the session that is named, where it is told to', async () => {
    expect((await runHere(home, ['report', 'older', '--out', 'mine.html'])).code).toBe(0);
    expect(readFileSync('mine.html', 'utf8')).toContain('of session older.');
  });

  test('--out - is the page alone on standard output', async () => {
    const { code, stdout, stderr } = await runHere(home, ['report', '--out', '-']);
    expect([code, stderr, made()]).toEqual([0, '', []]);
    expect(stdout).toMatch(/^<!doctype html>\n/);
    expect(stdout).toMatch(/<\/html>\n$/);
  });

  test('leaves a file that is there already as it is, unless it is told to replace it', async () => {
    writeFileSync('mine.html', 'dear to me');
    const refused = await runHere(home, ['report', '--out', 'mine.html']);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(
      '"mine.html" is there already; --force replaces it, --out names another file.',
    );
    expect(readFileSync('mine.html', 'utf8')).toBe('dear to me');
    expect((await runHere(home, ['report', '--out', 'mine.html', '--force'])).code).toBe(0);
    expect(readFileSync('mine.html', 'utf8')).toContain('<!doctype html>');
    expect(made()).toEqual(['mine.html']);
  });

  test('D9 leaves nothing where it cannot be written, and says what to do', async () => {
    const nowhere = await runHere(home, ['report', '--out', join('missing', 'mine.html')]);
    expect(nowhere.code).toBe(2);
    expect(nowhere.stderr).toContain('it does not exist (ENOENT)); give --out another place.');
    mkdirSync('folder');
    const folder = await runHere(home, ['report', '--out', 'folder', '--force']);
    expect(folder.code).toBe(2);
    expect(folder.stderr).toContain('"folder" is a folder; give --out the name of a file in it.');
    expect(made()).toEqual(['folder']);
  });

  test('the load is counted as trends counts it: by the pulse of the mornings where the profile has none', async () => {
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const morning = { id: 'rested', startedAt: `${yesterday}T07:00:00.000Z`, utcOffsetMinutes: 0 };
    storeSession(dataOf(home), { ...header, ...morning }, restFacts);
    await runHere(home, ['profile', 'set', 'sex', 'female']);
    await runHere(home, ['profile', 'set', 'highestBpm', '170']);
    const { stdout } = await runHere(home, ['report', 'older', '--out', '-']);
    expect(stdout).toContain('Banister’s impulse (women)');
    const trends = JSON.parse((await runHere(home, ['trends', '--json'])).stdout);
    expect(trends.load.index).toBe('banister-women');
  });

  test('of no such session writes nothing and exits 3', async () => {
    expect((await runHere(home, ['report', 'nope'])).code).toBe(3);
    expect(made()).toEqual([]);
  });

  test('--weeks is one page of all the last weeks, under the date of today', async () => {
    const ran = await runHere(home, ['report', '--weeks', '8']);
    expect(ran.code).toBe(0);
    expect(made()).toHaveLength(1);
    expect(made()[0]).toMatch(/^pulsepace-\d{4}-\d\d-\d\d-8-weeks\.html$/);
    expect(readFileSync(made()[0] ?? '', 'utf8')).toContain('<h1>The last 8 weeks</h1>');
  });

  test.each([
    [['--weeks', '0'], 'whole number from 1 to 520'],
    [['--weeks', 'two'], 'whole number from 1 to 520'],
    [
      ['older', '--weeks', '8'],
      'A report is of one session or of weeks; leave one of the two out.',
    ],
  ])('%j is refused with exit code 2', async (args, reason) => {
    const { code, stderr } = await runHere(home, ['report', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
    expect(made()).toEqual([]);
  });

  test('D5 of a damaged journal is the rest of it, says so in the page and exits 5', async () => {
    storeSession(dataOf(home), { ...header, id: 'hurt' }, storyFacts, ['garbage\n']);
    const { code, stdout } = await runHere(home, ['report', 'hurt', '--out', '-']);
    expect(code).toBe(5);
    expect(stdout).toContain('One line of the journal could not be read and is left out');
  });
});
