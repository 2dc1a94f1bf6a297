import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { dataDirectory, dataDirectoryPath } from '../../src/journal/data-directory.ts';
import { temporaryFolder } from './samples.ts';

const modeOf = (path: string): number => statSync(path).mode & 0o777;

test('flag before environment before the system’s own place', () => {
  const env = { PULSEPACE_DATA_DIR: '/from/environment' };
  expect(dataDirectoryPath({ flag: '/from/flag', env })).toBe(resolve('/from/flag'));
  expect(dataDirectoryPath({ env })).toBe(resolve('/from/environment'));
  const usual = dataDirectoryPath({ env: {} });
  expect(isAbsolute(usual)).toBe(true);
  expect(usual).toMatch(/pulsepace/);
  expect(usual).not.toMatch(/nodejs/);
  expect(dataDirectoryPath({ flag: 'here', env })).toBe(resolve('here'));
});

test('a named profile is a folder of its own, and its name leads nowhere else', () => {
  const flag = temporaryFolder();
  expect(dataDirectory({ flag, profileName: 'anna' })).toBe(join(flag, 'profiles', 'anna'));
  expect(readdirSync(join(flag, 'profiles', 'anna'))).toEqual(['sessions']);
  const bad = [
    '',
    '.',
    '..',
    '../x',
    'a/b',
    'a\\b',
    '/etc',
    'a\0',
    'Anna',
    'con',
    'x'.repeat(33),
    '-v',
    'é',
  ];
  for (const profileName of bad) {
    expect(() => dataDirectoryPath({ flag, profileName })).toThrow(
      expect.objectContaining({ name: 'ProfileNameError', exitCode: 2 }),
    );
  }
});

test('to ask for the path creates nothing', () => {
  const flag = join(temporaryFolder(), 'none');
  dataDirectoryPath({ flag, profileName: 'anna' });
  expect(() => statSync(flag)).toThrow(/ENOENT/);
});

test('D6 created 0700 with everything in it, under umask 000 too', () => {
  const before = process.umask(0);
  try {
    const flag = join(temporaryFolder(), 'deep', 'data');
    const path = dataDirectory({ flag, profileName: 'anna' });
    for (const folder of [flag, join(flag, 'profiles'), path, join(path, 'sessions')]) {
      expect([folder, modeOf(folder)]).toEqual([folder, 0o700]);
    }
  } finally {
    process.umask(before);
  }
});

test('D6 looser modes of what is ours are tightened, in folders and files', () => {
  const flag = temporaryFolder();
  const sessions = join(flag, 'sessions');
  mkdirSync(sessions);
  const files = [join(flag, 'profile.json'), join(sessions, 'a.ndjson')];
  for (const file of files) writeFileSync(file, '');
  for (const file of files) chmodSync(file, 0o644);
  for (const folder of [sessions, flag]) chmodSync(folder, 0o755);
  dataDirectory({ flag });
  expect([flag, sessions].map(modeOf)).toEqual([0o700, 0o700]);
  expect(files.map(modeOf)).toEqual([0o600, 0o600]);
});

test('a folder that is shared with other things keeps its mode; ours in it is closed', () => {
  const flag = temporaryFolder();
  writeFileSync(join(flag, 'holiday.jpg'), '');
  chmodSync(flag, 0o755);
  dataDirectory({ flag });
  expect(modeOf(flag)).toBe(0o755);
  expect(modeOf(join(flag, 'sessions'))).toBe(0o700);
});

test.each([
  ['a file stands in its place', (folder: string) => join(folder, 'file')],
  ['a file stands in its way', (folder: string) => join(folder, 'file', 'data')],
  ['its sessions are a link', (folder: string) => join(folder, 'linked')],
  ['nothing can be made there', () => '/proc/pulsepace'],
])('when %s: one sentence with the place and what to do, exit 6', (_, place) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  mkdirSync(join(folder, 'linked'));
  symlinkSync(folder, join(folder, 'linked', 'sessions'));
  const flag = place(folder);
  expect(() => dataDirectory({ flag })).toThrow(
    expect.objectContaining({
      name: 'DataDirectoryError',
      exitCode: 6,
      message: expect.stringMatching(
        /^Cannot use ".*": [^.]*; choose another place with --data-dir .*\.$/,
      ),
    }),
  );
});

test('the home directory itself is never closed, even with sessions in it', () => {
  const home = temporaryFolder();
  mkdirSync(join(home, 'sessions'));
  chmodSync(home, 0o755);
  vi.stubEnv('HOME', home);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  dataDirectory({ flag: home });
  expect(modeOf(home)).toBe(0o755);
});
