import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { carriedFrom } from '../../../src/exchange/carried-from.ts';
import { decodeFit } from '../../../src/exchange/fit/decode-fit.ts';
import { encodeFit } from '../../../src/exchange/fit/encode-fit.ts';
import { lineOf } from '../../../src/journal/line.ts';
import { pacedSession } from '../../exchange/stories.ts';
import { emptyFolder, knownHome, newestJournal, run } from '../pulsepace.ts';

const { header, facts } = pacedSession();
const killer = fileURLToPath(new URL('../fixtures/kill-at.cjs', import.meta.url));

/** A home with the session of the story in its log. */
function homeWithSession(): string {
  const home = knownHome();
  const folder = join(home, '.local/share/pulsepace/sessions');
  mkdirSync(folder, { recursive: true });
  const lines = [lineOf(header), ...facts.map(lineOf)];
  writeFileSync(join(folder, '2026-11-22T070000Z_ab12cd.ndjson'), lines.join(''), { mode: 0o600 });
  return home;
}

test('D9 an export killed before any of its steps leaves the final name as it was, or whole', async () => {
  const home = homeWithSession();
  let killed = 0;
  for (let step = 1; ; step += 1) {
    const folder = emptyFolder();
    const path = join(folder, 'kept.fit');
    const env = {
      NODE_OPTIONS: `--require ${killer}`,
      KILL_NEAR: 'kept.fit',
      KILL_AT: String(step),
    };
    const { code } = await run(home, ['export', 'last', '--out', path], { env });
    if (code === 0) {
      expect(decodeFit(readFileSync(path)).damage).toEqual([]);
      expect(readdirSync(folder)).toEqual(['kept.fit']);
      break;
    }
    killed += 1;
    expect(code).toBe(null);
    expect(existsSync(path)).toBe(false);
  }
  expect(killed).toBeGreaterThanOrEqual(6);
});

test('a FIT file is replayed like a journal: the pulses, RR and laps of a watch as a strap would send them', async () => {
  const home = knownHome();
  const path = join(emptyFolder(), 'walk.fit');
  writeFileSync(path, encodeFit(carriedFrom(header, facts), 10));
  const args = ['watch', '--sensor', `replay:${path}`, '--speed', 'max', '--plain'];
  const { code, stderr } = await run(home, args);
  expect([code, stderr]).toEqual([0, '']);
  const { header: replayed, facts: told } = newestJournal(home);
  expect([replayed.source, replayed.sensor]).toEqual(['replay', 'walk.fit']);
  const measured = told.filter((fact) => fact.type === 'measured');
  expect(measured.length).toBe(239);
  const beats = carriedFrom(header, facts).points.flatMap(({ rrIntervalsMs }) => rrIntervalsMs);
  expect(measured.flatMap(({ rrIntervalsMs }) => rrIntervalsMs)).toEqual(beats.map(Math.round));
});

test('a damaged FIT file is not replayed in silence', async () => {
  const path = join(emptyFolder(), 'cut.fit');
  writeFileSync(path, encodeFit(carriedFrom(header, facts), 10).subarray(0, 1500));
  const { code, stderr } = await run(knownHome(), ['watch', '--sensor', `replay:${path}`]);
  expect(code).toBe(5);
  expect(stderr).toMatch(/cut off.*pulsepace import keeps what is whole of it/);
});

test('out to FIT and in again in another home: the log lists and shows it', async () => {
  const folder = emptyFolder();
  await run(homeWithSession(), ['export', 'last', '--out', `${folder}/`]);
  const home = knownHome();
  const [name = ''] = readdirSync(folder);
  expect(await run(home, ['import', join(folder, name)])).toMatchObject({ code: 0, stdout: '' });
  const list = await run(home, ['log', 'list', '--json']);
  expect(JSON.parse(list.stdout).sessions).toMatchObject([{ source: 'import', routine: 'plain' }]);
  expect((await run(home, ['log', 'show'])).stdout).toContain('Arm circles');
});
