import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { LockedError, takeLock } from '../../src/journal/lock.ts';
import { thisHolder } from '../../src/journal/lock-holder.ts';
import { builtScript, run } from './built.ts';
import { temporaryFolder, textAt } from './samples.ts';

/** From the moment given on takes, each 30 ms, the next lock; says how it went; holds them till its input ends. */
const script = `
import { takeLock } from './src/journal/lock.ts';
const [from, ...directories] = process.argv.slice(2);
directories.forEach((directory, round) => {
  while (Date.now() < Number(from) + 30 * round);
  try {
    takeLock(directory);
    console.log('took');
  } catch (error) {
    console.log(error.name + ' ' + error.exitCode);
  }
});
process.stdin.on('end', () => process.exit(0)).resume();
`;
const built = builtScript(script);

const lockIn = (directory: string): string => join(directory, 'lock');

/** The number of a process that was, and is no more. */
async function deadPid(): Promise<number> {
  const { child, ended } = run(process.execPath, ['-e', '0']);
  await ended;
  return child.pid ?? 0;
}

test('a lock names its holder, is 0600, and is gone after release', () => {
  const directory = temporaryFolder();
  const lock = takeLock(directory);
  expect(JSON.parse(textAt(lock.path))).toMatchObject({ pid: process.pid, host: hostname() });
  expect(statSync(lock.path).mode & 0o777).toBe(0o600);
  lock.release();
  lock.release();
  expect(readdirSync(directory)).toEqual([]);
});

test('held by a living process it is refused, exit 6, with the pid and since when', async () => {
  const directory = temporaryFolder();
  const { child, ended } = run(process.execPath, [built(), '0', directory]);
  await new Promise((ready) => child.stdout?.once('data', ready));
  const { startedAt } = JSON.parse(textAt(lockIn(directory)));
  expect(() => takeLock(directory)).toThrow(
    expect.objectContaining({
      name: 'LockedError',
      exitCode: 6,
      message: expect.stringMatching(new RegExp(`process ${child.pid} .*since ${startedAt}`)),
    }),
  );
  child.kill('SIGKILL');
  await ended;
  const lock = takeLock(directory);
  expect(JSON.parse(textAt(lock.path)).pid).toBe(process.pid);
  lock.release();
});

describe('a lock left behind is taken over', () => {
  const holder = thisHolder();
  test('its process is gone', async () => {
    const directory = temporaryFolder();
    writeFileSync(lockIn(directory), JSON.stringify({ ...holder, pid: await deadPid() }));
    takeLock(directory).release();
    expect(readdirSync(directory)).toEqual([]);
  });
  test.runIf(holder.boot !== undefined)('the machine was started anew since', () => {
    const directory = temporaryFolder();
    writeFileSync(lockIn(directory), JSON.stringify({ ...holder, boot: 'another' }));
    takeLock(directory).release();
  });
  test.runIf(holder.processStart !== undefined)('its number belongs to another process now', () => {
    const directory = temporaryFolder();
    writeFileSync(lockIn(directory), JSON.stringify({ ...holder, processStart: '1' }));
    takeLock(directory).release();
  });
  test.each(['', '{"pid":', '{"pid":-1}', 'null', '\0\0\0'])('it holds %j and is old', (text) => {
    const directory = temporaryFolder();
    writeFileSync(lockIn(directory), text);
    utimesSync(lockIn(directory), 1000, 1000);
    takeLock(directory).release();
  });
});

describe('a lock that may be somebody’s is left alone', () => {
  const refused = (text: string): LockedError => {
    const directory = temporaryFolder();
    writeFileSync(lockIn(directory), text);
    let refusal: unknown;
    try {
      takeLock(directory);
    } catch (error) {
      refusal = error;
    }
    expect(textAt(lockIn(directory))).toBe(text);
    if (refusal instanceof LockedError) return refusal;
    throw refusal;
  };
  test('of another host, whose processes nobody can see from here', async () => {
    const holder = { ...thisHolder(), host: 'elsewhere', boot: 'another', pid: await deadPid() };
    expect(refused(JSON.stringify(holder)).message).toMatch(/on "elsewhere"/);
  });
  test('of another host: what to do where that is this one under a former name, or gone', () => {
    const elsewhere = JSON.stringify({ ...thisHolder(), host: 'elsewhere' });
    expect(refused(elsewhere).message).toContain('if none runs there, delete that file');
    expect(refused(JSON.stringify(thisHolder())).message).not.toContain('delete');
  });
  test('of this very process', () => {
    expect(refused(JSON.stringify(thisHolder())).holder?.pid).toBe(process.pid);
  });
  test('empty and young, as in the moment of its making', () => {
    expect(refused('').message).toMatch(/just now/);
  });
  test('a release never takes away another’s lock', () => {
    const directory = temporaryFolder();
    const lock = takeLock(directory);
    const other = JSON.stringify({ ...thisHolder(), nonce: 'other' });
    writeFileSync(lock.path, other);
    lock.release();
    expect(textAt(lock.path)).toBe(other);
  });
});

test('a link, a folder or an unwritable place instead of the lock is refused, exit 6', () => {
  const directory = temporaryFolder();
  writeFileSync(join(directory, 'victim'), '');
  symlinkSync(join(directory, 'victim'), lockIn(directory));
  expect(() => takeLock(directory)).toThrow(
    expect.objectContaining({ name: 'DataDirectoryError', exitCode: 6 }),
  );
  expect(lstatSync(lockIn(directory)).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(directory, 'victim'), 'utf8')).toBe('');
  const folder = temporaryFolder();
  mkdirSync(lockIn(folder));
  expect(() => takeLock(folder)).toThrow(expect.objectContaining({ exitCode: 6 }));
  expect(() => takeLock('/proc/nowhere')).toThrow(expect.objectContaining({ exitCode: 6 }));
});

describe('of many processes that race for one lock, exactly one wins', () => {
  const rounds = 12;
  test.each([
    'left by a dead process',
    'empty and old',
    'with a takeover left by the dead',
    'none',
  ])('%s', async (kind) => {
    const dead = JSON.stringify({ ...thisHolder(), pid: await deadPid() });
    const directories = Array.from({ length: rounds }, temporaryFolder);
    for (const directory of directories) leave(kind, directory, dead);
    const racers = [0, 1, 2, 3].map(() =>
      run(process.execPath, [built(), String(Date.now() + 600), ...directories]),
    );
    await vi.waitFor(
      () => {
        for (const { said } of racers) expect(said().split('\n').length).toBe(rounds + 1);
      },
      { timeout: 12_000 },
    );
    const said = racers.map((racer) => racer.said().split('\n'));
    for (const [round, directory] of directories.entries()) {
      const results = said.map((lines) => lines[round]);
      expect(results.filter((result) => result === 'took')).toEqual(['took']);
      expect(results.filter((result) => result === 'LockedError 6').length).toBe(3);
      const winner = racers[results.indexOf('took')]?.child.pid;
      expect(JSON.parse(textAt(lockIn(directory))).pid).toBe(winner);
      expect(readdirSync(directory)).toEqual(['lock']);
    }
    for (const { child } of racers) child.stdin?.end();
    await Promise.all(racers.map(({ ended }) => ended));
  });

  function leave(kind: string, directory: string, dead: string): void {
    if (kind === 'none') return;
    writeFileSync(lockIn(directory), kind === 'empty and old' ? '' : dead);
    if (kind === 'empty and old') utimesSync(lockIn(directory), 1000, 1000);
    if (kind !== 'with a takeover left by the dead') return;
    writeFileSync(`${lockIn(directory)}.takeover`, dead);
    writeFileSync(`${lockIn(directory)}.takeover.takeover`, dead);
  }
});
