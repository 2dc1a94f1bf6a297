import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { thisHolder } from '../../src/journal/lock-holder.ts';
import { openProfile } from '../../src/journal/profile.ts';
import { builtScript, run } from './built.ts';
import { temporaryFolder } from './samples.ts';

/** Adds one key after the other to a profile that it has opened before; `die` is killed in the middle of a change. */
const script = `
import { openProfile } from './src/journal/profile.js';
const [directory, name, changes] = process.argv.slice(2);
const store = await openProfile(directory);
for (let n = 0; n < Number(changes); n += 1) {
  await store.change((profile) => {
    if (name === 'die') process.kill(process.pid, 'SIGKILL');
    return { ...profile, [name + n]: true };
  });
}
`;
const built = builtScript(script);
const lockIn = (directory: string): string => join(directory, 'profile.lock');
const keysIn = async (directory: string): Promise<number> =>
  Object.keys((await openProfile(directory)).read()).filter((key) => /^[a-z]\d+$/.test(key)).length;

test('no change of several processes is lost', async () => {
  const directory = temporaryFolder();
  const ended = await Promise.all(
    ['a', 'b', 'c', 'd'].map(
      (name) => run(process.execPath, [built(), directory, name, '8']).ended,
    ),
  );
  expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual(ended.map(() => [0, '']));
  expect(await keysIn(directory)).toBe(32);
  expect(readdirSync(directory).filter((name) => name.includes('lock'))).toEqual([]);
});

test('nor one of two parts of this process', async () => {
  const directory = temporaryFolder();
  const [one, other] = [await openProfile(directory), await openProfile(directory)];
  await Promise.all([
    one.change((profile) => ({ ...profile, a1: true })),
    other.change((profile) => ({ ...profile, b1: true })),
  ]);
  expect(await keysIn(directory)).toBe(2);
});

test('who was killed in the middle of a change bars nobody', async () => {
  const directory = temporaryFolder();
  await run(process.execPath, [built(), directory, 'die', '1']).ended;
  expect(existsSync(lockIn(directory))).toBe(true);
  await (await openProfile(directory)).change((profile) => ({ ...profile, a1: true }));
  expect(await keysIn(directory)).toBe(1);
  expect(existsSync(lockIn(directory))).toBe(false);
});

test('nor does one of another host that is old, for a change takes milliseconds', async () => {
  const directory = temporaryFolder();
  writeFileSync(lockIn(directory), JSON.stringify({ ...thisHolder(), host: 'elsewhere' }));
  const minuteAgo = new Date(Date.now() - 60_000);
  utimesSync(lockIn(directory), minuteAgo, minuteAgo);
  await (await openProfile(directory)).change((profile) => ({ ...profile, a1: true }));
  expect(await keysIn(directory)).toBe(1);
});

test('a change that fails lets go', async () => {
  const directory = temporaryFolder();
  const store = await openProfile(directory);
  await expect(
    store.change(() => {
      throw new Error('not this');
    }),
  ).rejects.toThrow('not this');
  expect(existsSync(lockIn(directory))).toBe(false);
});
