import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeFit } from '../../src/exchange/fit/decode-fit.ts';
import { pacedSession } from '../exchange/stories.ts';
import { temporaryFolder } from '../journal/samples.ts';
import { openHeader } from '../session/story.ts';
import { dataOf, runHere } from './in-process.ts';
import { storeSession } from './stored-session.ts';

const paced = pacedSession();

/** A home with sessions that began at these moments, in UTC; each has the id `sess0N`. */
function homeWith(...starts: readonly string[]): string {
  const home = temporaryFolder();
  starts.forEach((startedAt, index) => {
    storeSession(
      dataOf(home),
      { ...paced.header, startedAt, id: `sess0${index + 1}` },
      paced.facts,
    );
  });
  return home;
}
const one = '2026-11-22T07:00:00.000Z';

describe('export', () => {
  test.each(['fit', 'tcx', 'csv', 'json', 'rr'])(
    '%s: a file of its own name, 0600, its path on stdout',
    async (format) => {
      const home = homeWith(one);
      const out = temporaryFolder();
      const ran = await runHere(home, ['export', 'last', '--format', format, '--out', out]);
      expect(ran).toMatchObject({ code: 0 });
      const [name = ''] = readdirSync(out);
      expect(name).toBe(`2026-11-22T080000_plain_sess01.${format === 'rr' ? 'rr.txt' : format}`);
      expect(ran.stdout).toBe(`${join(out, name)}\n`);
      expect(ran.stderr).toBe(
        `Session sess01 written as ${format}, read back and found the same.\n`,
      );
      expect(statSync(join(out, name)).mode & 0o777).toBe(0o600);
      expect(readdirSync(out)).toHaveLength(1);
    },
  );

  test('the end of a name says which format, in capitals too; a name that only sounds like one does not', async () => {
    const home = homeWith(one);
    const out = temporaryFolder();
    const formatOf = async (name: string): Promise<unknown> => {
      const ran = await runHere(home, ['export', 'last', '--out', join(out, name), '--json']);
      return JSON.parse(ran.stdout).files[0].format;
    };
    expect(await formatOf('WALK.TCX')).toBe('tcx');
    expect(await formatOf('walk.rr.txt')).toBe('rr');
    expect(await formatOf('rr.txt')).toBe('rr');
    expect(await formatOf('notcsv')).toBe('fit');
  });

  test('- writes the bytes to stdout and nothing else', async () => {
    const home = homeWith(one);
    const { code, stdout, stderr } = await runHere(home, [
      'export',
      'last',
      '--format',
      'csv',
      '--out',
      '-',
    ]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.startsWith('time (ISO 8601),')).toBe(true);
    expect(stdout.endsWith('session ended,\r\n')).toBe(true);
  });

  test('a file that is there is not replaced without --force, and a link not written through', async () => {
    const home = homeWith(one);
    const folder = temporaryFolder();
    const [file, target] = [join(folder, 'x.fit'), join(folder, 'precious')];
    writeFileSync(target, 'precious');
    symlinkSync(target, file);
    const refused = await runHere(home, ['export', 'last', '--out', file]);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain('--force');
    const forced = await runHere(home, ['export', 'last', '--out', file, '--force']);
    expect(forced.code).toBe(0);
    expect(readFileSync(target, 'utf8')).toBe('precious');
    expect(lstatSync(file).isSymbolicLink()).toBe(false);
    expect(decodeFit(readFileSync(file)).damage).toEqual([]);
  });

  test('the end of the name says the format; GPX is refused with the reason', async () => {
    const home = homeWith(one);
    const folder = temporaryFolder();
    await runHere(home, ['export', 'last', '--out', join(folder, 'x.tcx')]);
    expect(readFileSync(join(folder, 'x.tcx'), 'utf8')).toContain('TrainingCenterDatabase');
    for (const args of [
      ['--format', 'gpx'],
      ['--out', join(folder, 'x.gpx')],
    ]) {
      const { code, stderr } = await runHere(home, ['export', 'last', ...args]);
      expect(code).toBe(2);
      expect(stderr).toContain('positions');
    }
    expect((await runHere(home, ['export', 'last', '--format', 'xls'])).code).toBe(2);
    expect(readdirSync(folder)).toEqual(['x.tcx']);
  });

  test('a range of local dates takes every session in it, both ends included', async () => {
    // 23:30 UTC is already the next day where the session was, an hour east.
    const home = homeWith(
      '2026-11-20T22:59:00.000Z',
      '2026-11-20T23:30:00.000Z',
      '2026-11-22T12:00:00.000Z',
      '2026-11-22T23:30:00.000Z',
    );
    const out = join(temporaryFolder(), 'range/');
    const range = ['--since', '2026-11-21', '--until', '2026-11-22'];
    const ran = await runHere(home, ['export', ...range, '--format', 'rr', '--out', out, '--json']);
    const { schema, files } = JSON.parse(ran.stdout);
    expect(schema).toBe('pulsepace/export/1');
    expect(files.map(({ session }: { session: string }) => session)).toEqual(['sess02', 'sess03']);
    expect(readdirSync(out).map((name) => name.slice(0, 10))).toEqual(['2026-11-21', '2026-11-22']);
    expect(statSync(out).mode & 0o777).toBe(0o700);
  });

  test('several sessions by name are written once each', async () => {
    const home = homeWith('2026-11-20T07:00:00.000Z', one);
    const out = temporaryFolder();
    const { code } = await runHere(home, ['export', 'sess01', 'last', '1', '--out', out]);
    expect(code).toBe(0);
    expect(readdirSync(out)).toHaveLength(2);
  });

  test.each([
    [['export'], 2, 'Say which session'],
    [['export', '--since', '2026-02-30'], 2, 'date such as'],
    [['export', '--since', '2027-01-01'], 3, 'No session lies'],
    [['export', 'nowhere'], 3, 'No session answers'],
    [['export', '1', '2', '--out', '-'], 2, 'Only one session'],
    [['export', '1', '2', '--out', 'one.fit'], 2, 'need a folder'],
    [['export', 'last', '--out', '-', '--json'], 2, '--json would mix'],
    [['export', 'last', '--out', '/proc/nowhere/x.fit'], 6, 'cannot be written'],
  ])('%j is refused with a sentence', async (args, code, words) => {
    const home = homeWith('2026-11-20T07:00:00.000Z', one);
    const ran = await runHere(home, args);
    expect([ran.code, ran.stdout]).toEqual([code, '']);
    expect(ran.stderr).toContain(words);
  });

  test('a session without a measurement cannot be FIT, and says what takes it', async () => {
    const home = temporaryFolder();
    storeSession(dataOf(home), openHeader({ id: 'empty1', source: 'none' }), [
      { type: 'session-ended', atMs: 5000, reason: 'ended-by-user' },
    ]);
    const out = temporaryFolder();
    const { code, stderr } = await runHere(home, ['export', 'last', '--out', out]);
    expect(code).toBe(3);
    expect(stderr).toContain('--format json');
    expect(readdirSync(out)).toEqual([]);
    expect((await runHere(home, ['export', 'last', '--format', 'json', '--out', out])).code).toBe(
      0,
    );
  });

  test('a damaged journal is exported without its damaged lines, which is told, and the code is 5', async () => {
    const home = temporaryFolder();
    storeSession(dataOf(home), paced.header, paced.facts, ['{"type":"measured","atMs":1}\n']);
    const { code, stderr } = await runHere(home, ['export', 'last', '--out', temporaryFolder()]);
    expect(code).toBe(5);
    expect(stderr).toContain('1 damaged lines of session ab12cd were left out');
  });

  test('a simulated heart says so in every file that has words', async () => {
    const home = temporaryFolder();
    storeSession(dataOf(home), { ...paced.header, source: 'simulator' }, paced.facts);
    for (const format of ['tcx', 'csv', 'fit']) {
      const { stdout } = await runHere(home, ['export', 'last', '--format', format, '--out', '-']);
      expect(stdout).toContain('simulated, not a real heart');
    }
  });

  test('a folder in place of the file is told', async () => {
    const home = homeWith(one);
    const out = temporaryFolder();
    mkdirSync(join(out, '2026-11-22T080000_plain_sess01.fit'));
    expect((await runHere(home, ['export', 'last', '--out', out, '--force'])).stderr).toContain(
      'is a folder',
    );
  });
});
