import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bootId } from '../../src/journal/boot.ts';
import { readJournal } from '../../src/journal/read-journal.ts';
import { binary, emptyFolder, environment, run } from '../end-to-end/pulsepace.ts';
import { recordedPulse } from './recorded-pulse.ts';
import {
  dataOf,
  earlierOf,
  earlierText,
  laterLines,
  sessionsOf,
  storingHome,
} from './storing-home.ts';

const quick = (): string[] => {
  const pulse = recordedPulse([{ bpm: [80, 81], seconds: 8 }]);
  return ['watch', '--sensor', `replay:${pulse}`, '--speed', 'max', '--json'];
};
const told = (stdout: string): string[] => stdout.trimEnd().split('\n');

/** A session of a real process that goes on until it is told to stop. */
async function running(home: string) {
  const pulse = recordedPulse([{ bpm: [80, 81, 82], seconds: 600, everyMs: 20 }]);
  const args = [binary, 'watch', '--sensor', `replay:${pulse}`, '--json'];
  const child = spawn(process.execPath, args, { env: environment(home) });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  const ended = new Promise((done) => child.on('close', done));
  await expect.poll(() => stdout, { timeout: 30_000, interval: 20 }).toContain('"measured"');
  return {
    pid: child.pid,
    stop: async (): Promise<string[]> => {
      child.kill('SIGTERM');
      await ended;
      return told(stdout);
    },
  };
}

describe('two at once', () => {
  test('D3 the second is refused with the number of the first, whoever reads succeeds, and nothing is lost', async () => {
    const home = storingHome();
    const first = await running(home);
    const second = await run(home, quick());
    expect([second.code, second.stdout]).toEqual([6, '']);
    expect(second.stderr).toContain(`process ${first.pid} `);
    for (const args of [
      ['log', 'list'],
      ['log', 'show', 'cd34ef'],
      ['log', 'verify'],
      ['trends'],
    ]) {
      expect((await run(home, args)).code, args.join(' ')).toBe(0);
    }
    expect(await run(home, ['log', 'note', 'cd34ef', 'meanwhile'])).toMatchObject({ code: 6 });
    const lines = await first.stop();
    expect(laterLines(home)).toEqual(lines);
    expect(readFileSync(earlierOf(home), 'utf8')).toBe(earlierText);
    expect(existsSync(join(dataOf(home), 'lock'))).toBe(false);
  }, 60_000);

  test.each([
    'a number that is nobody',
    'a number given out again',
    'an earlier start of the machine',
  ])('a lock left behind by %s is taken over', async (whose) => {
    const home = storingHome();
    const gone = whose === 'a number that is nobody';
    const holder = {
      pid: gone ? 4_194_303 : process.pid,
      host: hostname(),
      boot: whose.startsWith('an earlier') ? 'another' : bootId(),
      processStart: '1',
      startedAt: '2026-11-20T07:00:00.000Z',
      nonce: 'old',
    };
    writeFileSync(join(dataOf(home), 'lock'), JSON.stringify(holder));
    const { code, stdout } = await run(home, quick());
    expect(code).toBe(0);
    expect(laterLines(home)).toEqual(told(stdout));
  });
});

describe('a home that cannot be written', () => {
  test('missing, or a file: refused in a sentence with exit 6; --help and --no-log work', async () => {
    const file = join(emptyFolder(), 'file');
    writeFileSync(file, '');
    for (const home of ['/proc/nowhere', join(file, 'home')]) {
      expect((await run(home, ['--help'])).code).toBe(0);
      const unlogged = await run(home, [...quick(), '--no-log']);
      expect([unlogged.code, unlogged.stderr]).toEqual([0, '']);
      const refused = await run(home, quick());
      expect([refused.code, refused.stdout]).toEqual([6, '']);
      expect(refused.stderr).toMatch(/^Cannot use .*--no-log\.\n$/);
    }
  }, 60_000);
});

describe('links planted in the data folder', () => {
  const planted = (home: string, name: string): string => {
    const victim = join(home, 'victim');
    writeFileSync(victim, 'untouched');
    rmSync(join(dataOf(home), name), { recursive: true, force: true });
    symlinkSync(victim, join(dataOf(home), name));
    return victim;
  };

  test('in place of the lock: refused, and what it points to is untouched', async () => {
    const home = storingHome();
    const victim = planted(home, 'lock');
    expect(await run(home, quick())).toMatchObject({ code: 6, stdout: '' });
    expect(readFileSync(victim, 'utf8')).toBe('untouched');
  });

  test('in place of the catalogue: replaced, and what it points to is untouched', async () => {
    const home = storingHome();
    const victim = planted(home, 'catalogue.json');
    expect(await run(home, ['log', 'list'])).toMatchObject({ code: 0 });
    expect(readFileSync(victim, 'utf8')).toBe('untouched');
    expect(lstatSync(join(dataOf(home), 'catalogue.json')).isFile()).toBe(true);
  });

  test('in place of the folder of sessions: refused', async () => {
    const home = storingHome();
    const elsewhere = emptyFolder();
    rmSync(sessionsOf(home), { recursive: true });
    symlinkSync(elsewhere, sessionsOf(home));
    const { code, stderr } = await run(home, quick());
    expect([code, stderr]).toEqual([6, expect.stringContaining('it is a symbolic link')]);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test('D9 in place of an export: refused without --force, replaced with it', async () => {
    const home = storingHome();
    const victim = join(home, 'victim');
    writeFileSync(victim, 'untouched');
    const target = join(home, 'kept.fit');
    symlinkSync(victim, target);
    expect((await run(home, ['export', 'last', '--out', target])).code).toBe(2);
    expect((await run(home, ['export', 'last', '--out', target, '--force'])).code).toBe(0);
    expect(readFileSync(victim, 'utf8')).toBe('untouched');
    expect(lstatSync(target).isFile()).toBe(true);
  });
});

test('D6 all that the program makes is for its owner alone, under umask 000 too', async () => {
  const home = emptyFolder();
  const before = process.umask(0);
  try {
    expect((await run(home, quick())).code).toBe(0);
    expect((await run(home, ['profile', 'set', 'theme', 'mono'])).code).toBe(0);
    expect((await run(home, ['export', 'last', '--out', `${dataOf(home)}/out/`])).code).toBe(0);
  } finally {
    process.umask(before);
  }
  const all = readdirSync(dataOf(home), { recursive: true, encoding: 'utf8' });
  expect(all.length).toBeGreaterThan(4);
  for (const name of all) {
    const stats = statSync(join(dataOf(home), name));
    expect((stats.mode & 0o777).toString(8), name).toBe(stats.isDirectory() ? '700' : '600');
  }
  chmodSync(dataOf(home), 0o700);
});

test('D4 a catalogue deleted or damaged is made anew identical by the next command, which says so', async () => {
  const home = storingHome();
  const path = join(dataOf(home), 'catalogue.json');
  const first = await run(home, ['log', 'list', '--json']);
  const good = readFileSync(path, 'utf8');
  // Believable, and of the right type: only the checksum tells.
  const otherFigure = good.replace(/("durationMs":\d*)(\d)/, (_, before, digit) => {
    return `${before}${(Number(digit) + 1) % 10}`;
  });
  const otherChecksum = good.replace(/"checksum":"(.)/, (_, digit) => {
    return `"checksum":"${digit === '0' ? '1' : '0'}`;
  });
  const wrongType = good.replace(/"durationMs":\d+/, '"durationMs":[]');
  const damages = ['', '{', '\0'.repeat(99), otherFigure, otherChecksum, wrongType];
  expect(new Set([...damages, good]).size).toBe(damages.length + 1);
  for (const damage of [undefined, ...damages]) {
    if (damage === undefined) rmSync(path);
    else writeFileSync(path, damage);
    const { code, stdout, stderr } = await run(home, ['log', 'list', '--json']);
    expect([code, stdout]).toEqual([0, first.stdout]);
    expect(stderr).toContain('it is made anew');
    expect(readFileSync(path, 'utf8')).toBe(good);
  }
}, 60_000);

test('D5 D8 a newer journal and a damaged one: the rest is listed, each is named, none is touched', async () => {
  const home = storingHome();
  const newer = earlierText
    .replace('"schemaVersion":1', '"schemaVersion":9')
    .replace('cd34ef', 'ne99er');
  const damaged = `${earlierText.replace('cd34ef', 'da99ed')}{"type":"measured",\n`;
  writeFileSync(join(sessionsOf(home), '2026-11-21T070000Z_ne99er.ndjson'), newer, { mode: 0o600 });
  writeFileSync(join(sessionsOf(home), '2026-11-22T070000Z_da99ed.ndjson'), damaged, {
    mode: 0o600,
  });
  const list = await run(home, ['log', 'list', '--json']);
  expect(list.stdout).toContain('cd34ef');
  expect(list.stdout).toContain('da99ed');
  expect(list.stdout + list.stderr).toMatch(/ne99er[\s\S]*update pulsepace/);
  const { code, stdout, stderr } = await run(home, ['log', 'verify']);
  expect(code).toBe(5);
  expect(stdout + stderr).toMatch(/da99ed[\s\S]*not JSON/);
  expect(stdout).toMatch(/ne99er.*a newer pulsepace wrote it \(version 9,/);
  expect(stdout).toContain(': 1 damaged, 1 of a newer pulsepace. Nothing was changed;');
  const verified = await run(home, ['log', 'verify', '--json']);
  const newerName = '2026-11-21T070000Z_ne99er.ndjson';
  expect(JSON.parse(verified.stdout)).toMatchObject({ newer: [newerName] });
  for (const args of [
    ['log', 'show', 'ne99er'],
    ['log', 'note', 'ne99er', 'x'],
    ['export', 'ne99er', '--out', join(home, 'newer.fit')],
  ]) {
    const refused = await run(home, args);
    expect([refused.code, refused.stdout]).toEqual([5, '']);
    expect(refused.stderr).toMatch(/^Cannot read the session .*; update pulsepace to read it\.\n$/);
  }
  expect(readFileSync(join(sessionsOf(home), '2026-11-21T070000Z_ne99er.ndjson'), 'utf8')).toBe(
    newer,
  );
  expect(readFileSync(join(sessionsOf(home), '2026-11-22T070000Z_da99ed.ndjson'), 'utf8')).toBe(
    damaged,
  );
  expect(readJournal(earlierOf(home)).damage).toEqual([]);
  mkdirSync(join(home, 'out'));
  expect((await run(home, ['export', 'cd34ef', '--out', join(home, 'out/')])).code).toBe(0);
});
