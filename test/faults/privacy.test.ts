import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fakeVoice } from '../cues/fake-voice.ts';
import { air, heart } from '../end-to-end/air.ts';
import { emptyFolder, knownHome, newestJournal, run } from '../end-to-end/pulsepace.ts';
import { terminal } from '../end-to-end/terminal.ts';

const fault = fileURLToPath(new URL('../end-to-end/fixtures/fault-after-3-s.cjs', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

/** A person, a strap and a pulse that are found wherever they are written. */
const secrets = /1953|Ada's strap|91\.5|\b173\b|Lovelace/;

function plantPerson(home: string): void {
  const path = join(home, '.local/share/pulsepace/profile.json');
  const profile = JSON.parse(readFileSync(path, 'utf8'));
  const person = { birthYear: 1953, weightKg: 91.5, highestBpm: 173 };
  writeFileSync(path, JSON.stringify({ ...profile, ...person }), { mode: 0o600 });
}

test('a crash says where it was, and nothing of pulse, person or strap', async () => {
  const here = await air();
  const home = knownHome();
  plantPerson(home);
  heart(here.add("Ada's strap"), { bpm: 67 });
  const env = { ...here.env, NODE_OPTIONS: `${here.env.NODE_OPTIONS} --require ${fault}` };
  const args = ['watch', '--sensor', 'any', '--json', '--limit', '120'];
  const ran = await run(home, args, { env });
  expect(ran.code).toBe(1);
  // Before the crash a strap may be named, as that it was found is said.
  const note = ran.stderr.slice(ran.stderr.indexOf(fault));
  expect(note).toContain('a planted fault');
  expect(note).not.toMatch(secrets);
  expect(note).not.toMatch(/bpm|\b67\b/);
  const left = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /crash|report|\.log$|core|heap/i.test(name),
  );
  expect(left).toEqual([]);
}, 60_000);

/** The arguments and the title of a process and of all below it, and of their environment nothing. */
function shownOf(pid: number): string[] {
  const read = (file: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  };
  const children = read(`task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
  return [read('cmdline'), read('comm'), ...children.flatMap(shownOf)];
}

test.runIf(process.platform === 'linux')(
  'no process of a session has health data among its arguments or in its title',
  async () => {
    const here = await air();
    const home = knownHome();
    plantPerson(home);
    const beating = heart(here.add("Ada's strap", { batteryPercent: 80 }), { bpm: 72 });
    const voice = fakeVoice({ lastsS: 1 });
    const env = { ...here.env, PATH: `${voice.folder}:/usr/bin:/bin` };
    await run(home, ['sensors', 'use', 'c00000000001'], { env: here.env });
    const screen = terminal(home, ['watch', '--voice', '--cues', 'all'], { env });
    const seen = new Set<string>();
    const looking = setInterval(() => {
      for (const each of shownOf(screen.pid)) seen.add(each);
    }, 10);
    await screen.shows('bpm · live', 20_000);
    beating.beatAt(93);
    await expect
      .poll(voice.begun, { timeout: 20_000 })
      .toContainEqual(expect.stringContaining('93'));
    screen.type('w');
    await screen.shows('CAUTION');
    clearInterval(looking);
    screen.type('\u0003');
    await screen.exit;
    const all = [...seen].join('\n');
    expect(all).toMatch(/espeak|spd-say|say/);
    expect(all).toMatch(/driver/);
    expect(all).not.toMatch(secrets);
    expect(all).not.toMatch(/\b93\b|bpm|caution|strap\b/i);
  },
  60_000,
);

test('without noble, as after npm ci --ignore-scripts: simulator, review, export and report work', async () => {
  const bare = emptyFolder();
  for (const part of ['bin', 'dist', 'routines', 'package.json']) {
    cpSync(join(root, part), join(bare, part), { recursive: true });
  }
  mkdirSync(join(bare, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name.startsWith('.') || name === '@abandonware') continue;
    symlinkSync(join(root, 'node_modules', name), join(bare, 'node_modules', name));
  }
  const home = knownHome();
  const there = (...args: readonly string[]) =>
    run(home, args, { from: join(bare, 'bin/pulsepace.js') });
  const out = emptyFolder();
  const commands = [
    ['train', 'heart', '--sensor', 'simulator', '--speed', 'max', '--plain', '--screened'],
    ['log', 'show'],
    ['trends'],
    ['report', '--out', join(out, 'report.html')],
    ...['fit', 'tcx', 'csv', 'json', 'rr'].map((format) => [
      ...['export', '1', '--format', format, '--out', join(out, `session.${format}`)],
    ]),
  ];
  for (const args of commands) {
    const ran = await there(...args);
    expect([args.join(' '), ran.code]).toEqual([args.join(' '), 0]);
  }
  expect(newestJournal(home).facts.at(-1)).toMatchObject({ type: 'session-ended' });
  const worn = await there('watch', '--plain', '--sensor', 'any');
  expect(worn.code).toBe(4);
  expect(worn.stderr).toMatch(/npm/);
}, 120_000);
