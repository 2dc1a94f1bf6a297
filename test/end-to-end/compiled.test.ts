import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { emptyFolder, run } from './pulsepace.ts';

const whole = fileURLToPath(new URL('../..', import.meta.url));
const bundle = join(whole, 'dist/bundle');
const { version, platform, arch } = process;
const folder = `compiled-${version}-${platform}-${arch}`;

test('V8 takes what it compiled of each file that imports nothing later', () => {
  const files = readdirSync(join(bundle, folder));
  expect(files).toEqual(expect.arrayContaining(['export.cjs', 'trends.cjs', 'report.cjs']));
  const refused = files.filter((file) => {
    const code = readFileSync(join(bundle, file), 'utf8');
    const cachedData = readFileSync(join(bundle, folder, file));
    return (
      code.includes('import(') || new Script(module.wrap(code), { cachedData }).cachedDataRejected
    );
  });
  expect(refused).toEqual([]);
});

test('under another Node, which has nothing compiled, a command does the same, and so are its faults told', async () => {
  const place = emptyFolder();
  for (const part of ['bin', 'dist/bundle']) {
    cpSync(join(whole, part), join(place, part), { recursive: true });
  }
  for (const part of ['package.json', 'routines', 'src']) {
    symlinkSync(join(whole, part), join(place, part));
  }
  rmSync(join(place, 'dist/bundle', folder), { recursive: true });
  const from = join(place, 'bin/pulsepace.js');
  const home = emptyFolder();
  const done = ['watch', '--sensor', 'simulator', '--speed', 'max', '--minutes', '2'];
  expect((await run(home, done)).code).toBe(0);
  const exported = ['export', 'last', '--format', 'csv', '--out', '-'];
  expect(await run(home, exported, { from })).toEqual(await run(home, exported));
  const fault = fileURLToPath(new URL('fixtures/no-date.cjs', import.meta.url));
  const env = { NODE_OPTIONS: `--require ${fault}` };
  const [plain, compiled] = [
    await run(home, exported, { from, env }),
    await run(home, exported, { env }),
  ];
  expect(compiled.code).toBe(1);
  const places = (stderr: string): string[] =>
    [...stderr.matchAll(/src\/[\w/.-]+:\d+:\d+/g)].map(([where]) => where);
  expect(places(compiled.stderr)).toEqual(places(plain.stderr));
  expect(places(compiled.stderr).length).toBeGreaterThan(2);
});
