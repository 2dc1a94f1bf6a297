import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findRoutine } from '../../src/library/library.ts';
import { routineIds } from '../../src/library/shipped-routines.ts';
import { emptyFolder, run } from './pulsepace.ts';

const bundle = fileURLToPath(new URL('../../dist/bundle', import.meta.url));

/** The packages that Node reads before a file of the bundle runs: its own and those of all it imports at once. */
function packagesOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const { sources } = JSON.parse(readFileSync(join(bundle, `${file}.map`), 'utf8'));
  const own = (sources as string[]).flatMap(
    (path) => path.match(/node_modules\/([^/]+)/)?.[1] ?? [],
  );
  const code = readFileSync(join(bundle, file), 'utf8');
  const imported = [...code.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)].map(([, name]) => name);
  return new Set([...own, ...imported.flatMap((name) => [...packagesOf(name ?? '', seen)])]);
}

test.each([
  ['the start, --version, --help and decode', 'main.cjs', []],
  ['the command table', 'program.cjs', ['commander']],
  ['log list', 'log.cjs', ['env-paths', 'is-safe-filename', 'lowdb']],
  ['export', 'export.cjs', ['env-paths', 'is-safe-filename']],
  ['trends', 'trends.cjs', ['env-paths', 'is-safe-filename', 'lowdb']],
  ['analyse', 'analyse.cjs', ['env-paths', 'is-safe-filename', 'lowdb']],
  ['report', 'report.cjs', ['env-paths', 'is-safe-filename', 'lowdb']],
])('%s loads no other packages than it needs', (_what, file, packages) => {
  expect([...packagesOf(file)].sort()).toEqual(packages);
});

test('no function is given its name anew each time it is made', () => {
  const files = readdirSync(bundle).filter((file) => /\.c?js$/.test(file));
  const renaming = files.filter((file) =>
    readFileSync(join(bundle, file), 'utf8').includes('__name('),
  );
  expect(renaming).toEqual([]);
});

test('nothing fetches, which would load the HTTP client of Node before the first screen', () => {
  const files = readdirSync(bundle).filter((file) => /\.c?js$/.test(file));
  const code = files.map((file) => readFileSync(join(bundle, file), 'utf8'));
  expect(code.filter((text) => /\bfetch\b/.test(text))).toEqual([]);
});

test('no checker is compiled for what is checked once', async () => {
  const fixture = fileURLToPath(new URL('fixtures/tell-compiled.cjs', import.meta.url));
  const env = { NODE_OPTIONS: `--require ${fixture}` };
  const ran = await run(emptyFolder(), ['routines', 'show', 'heart'], { env });
  expect([ran.code, ran.stderr]).toEqual([0, '']);
});

test('the compiled routines are those of the YAML files, every one and no other', () => {
  const compiled = JSON.parse(readFileSync(join(bundle, 'routines.json'), 'utf8'));
  const written = routineIds().map((id) => [id, findRoutine(id)]);
  expect(compiled).toEqual(Object.fromEntries(written));
});

test('a session on a terminal loads one file besides the start, and the schemas only where data is wrong', () => {
  const main = readFileSync(join(bundle, 'main.cjs'), 'utf8');
  expect(main).toContain('require("./live.cjs")');
  const live = readFileSync(join(bundle, 'live.cjs'), 'utf8');
  const required = [...live.matchAll(/(\S{11})require\("(\.[^"]+)"\)/g)];
  expect(new Set(required.map(([, , path]) => path))).toEqual(new Set(['./doors.cjs']));
  expect(new Set(required.map(([, before]) => before))).toEqual(new Set(['schema:()=>']));
});

test('Ink is a file behind it, which takes React from it and brings no development tools', () => {
  const behind = [...packagesOf('terminal-ink.js')];
  expect([...packagesOf('live.cjs')]).not.toContain('ink');
  expect(behind).toEqual(expect.arrayContaining(['ink', 'yoga-layout', 'react-reconciler']));
  expect(behind).not.toContain('react');
  const ink = readFileSync(join(bundle, 'terminal-ink.js'), 'utf8');
  expect(ink).toContain('require("./live.cjs")');
  expect(ink).not.toContain('from"react-devtools-core"');
});

test('what is not of a session, that one file asks of the others, which are there', () => {
  const live = readFileSync(join(bundle, 'live.cjs'), 'utf8');
  const asked = [...live.matchAll(/import\("\.\/([^"]+)"\)/g)].map(([, file]) => file ?? '');
  expect(asked.map((file) => file.replace(/-[A-Z0-9]{8}\.js$/, ''))).toContain('library');
  expect(asked.filter((file) => !readdirSync(bundle).includes(file))).toEqual([]);
  const ofSession = ['choose-strap', 'worn-sensor', 'dashboard-view', 'pick-strap', 'run-session'];
  expect(asked.filter((file) => ofSession.some((name) => file.startsWith(name)))).toEqual([]);
});

test('these have nothing wrapped to be evaluated later, and begin no work for all scripts of the world', () => {
  const files = ['live.cjs', 'terminal-ink.js'].map((file) =>
    readFileSync(join(bundle, file), 'utf8'),
  );
  for (const wrapped of ['__esm', 'Intl.Segmenter', 'RGI_Emoji']) {
    expect(files.filter((code) => code.includes(wrapped))).toEqual([]);
  }
});
