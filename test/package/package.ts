import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publint } from 'publint';
import { beforeAll, describe, expect, test } from 'vitest';
import { folder, installed, packed, pathWithoutCompiler, ran } from './installed.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** All that a package may hold; what is not named here does not belong in it. */
const belongs = [
  /^(README|CHANGELOG)\.md$/,
  /^LICENSE$/,
  /^package\.json$/,
  /^bin\/(pulsepace\.js|package\.json)$/,
  /^routines\/[a-z]+\.yaml$/,
  /^dist\/bundle\/[\w-]+\.c?js(\.map)?$/,
  /^dist\/bundle\/(pulsepace\.1|routines\.json|help\.json|lines\.json)$/,
];

const needed = [
  'bin/pulsepace.js',
  'bin/package.json',
  'dist/bundle/main.cjs',
  'dist/bundle/driver.js',
  'dist/bundle/pulsepace.1',
  'dist/bundle/routines.json',
  'dist/bundle/help.json',
  'dist/bundle/lines.json',
  'routines/heart.yaml',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
];

/** What a person does first with a program that was just installed, each to its end in one home. */
async function quickJourney(program: string, path?: string): Promise<void> {
  const home = folder();
  const pulsepace = (...args: string[]) =>
    ran(program, args, { home, ...(path !== undefined && { path }) });
  const said = await pulsepace('--version');
  expect([said.code, said.stdout.trim()]).toEqual([0, version]);
  expect((await pulsepace('--help')).stdout).toContain('Usage: pulsepace');
  const trained = await pulsepace(
    ...['train', 'heart', '--sensor', 'simulator', '--speed', 'max', '--screened'],
  );
  expect([trained.code, trained.stderr]).toEqual([0, expect.not.stringContaining('fault')]);
  const listed = await pulsepace('log', 'list', '--json');
  expect(JSON.parse(listed.stdout).sessions).toHaveLength(1);
  expect((await pulsepace('export', 'last', '--out', 'session.fit')).code).toBe(0);
  expect(readFileSync(join(home, 'session.fit')).subarray(8, 12).toString()).toBe('.FIT');
  expect((await pulsepace('report', '--out', 'session.html')).code).toBe(0);
  expect(readFileSync(join(home, 'session.html'), 'utf8')).toContain('<html');
}

describe('the package', () => {
  let file = '';
  let paths: readonly string[] = [];

  beforeAll(async () => {
    ({ file, paths } = await packed());
  });

  test('holds all that is needed and nothing else', () => {
    expect(paths.filter((path) => !belongs.some((pattern) => pattern.test(path)))).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(needed));
  });

  test('every file of the bundle is of this build, and none is for one machine alone', () => {
    const inBundle = paths.filter((path) => path.startsWith('dist/bundle/'));
    expect(inBundle.sort()).toEqual(
      readdirSync('dist/bundle')
        .filter((name) => !name.startsWith('compiled-'))
        .map((name) => `dist/bundle/${name}`)
        .sort(),
    );
  });

  test('publint has nothing to say against it', async () => {
    const { messages } = await publint({ pkgDir: process.cwd(), level: 'suggestion' });
    expect(messages).toEqual([]);
  });

  test('installs globally into an empty prefix, runs, and brings its manual page', async () => {
    const program = await installed(file);
    await quickJourney(program);
    const doctor = await ran(program, ['doctor', '--json']);
    expect([0, 4]).toContain(doctor.code);
    expect(JSON.parse(doctor.stdout).schema).toBe('pulsepace/doctor/1');
    if (process.platform === 'win32') return;
    expect(existsSync(join(dirname(program), '../share/man/man1/pulsepace.1'))).toBe(true);
  }, 300_000);

  test.runIf(process.platform === 'linux')(
    'installs and runs without compiler, make and python: noble falls away, and doctor says what to do',
    async () => {
      const path = pathWithoutCompiler();
      const program = await installed(file, path);
      await quickJourney(program, path);
      const doctor = await ran(program, ['doctor'], { path });
      expect(doctor.code).toBe(4);
      expect(doctor.stdout).toMatch(/cd \S+pulsepace && npm install --omit=dev .* npm rebuild/);
    },
    300_000,
  );

  test('installs with --ignore-scripts: simulator, review, export and report all the same', async () => {
    await quickJourney(await installed(file, undefined, ['--ignore-scripts']));
  }, 300_000);

  test('npx runs it without installing it', async () => {
    const here = await ran('npx', ['--yes', '--package', file, 'pulsepace', '--version']);
    expect([here.code, here.stdout.trim()]).toEqual([0, version]);
  }, 300_000);
});
