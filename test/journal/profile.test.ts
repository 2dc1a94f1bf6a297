import { readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openProfile } from '../../src/journal/profile.ts';
import { temporaryFolder, textAt } from './samples.ts';

const fileIn = (directory: string): string => join(directory, 'profile.json');

async function withTwoVersions(): Promise<string> {
  const directory = temporaryFolder();
  const store = await openProfile(directory);
  await store.change((profile) => ({ ...profile, cautionBpm: 88 }));
  await store.change((profile) => ({ ...profile, limitBpm: 99 }));
  return directory;
}

test('where there is no profile an empty one stands, and reading writes nothing', async () => {
  const directory = temporaryFolder();
  const store = await openProfile(directory);
  expect(store.read()).toEqual({ schemaVersion: 1 });
  expect(store.notice).toBeUndefined();
  expect(readdirSync(directory)).toEqual([]);
});

test('a change is in the file, 0600, with the version before it as .bak and nothing else beside', async () => {
  const directory = await withTwoVersions();
  expect(JSON.parse(textAt(fileIn(directory)))).toEqual({
    schemaVersion: 1,
    cautionBpm: 88,
    limitBpm: 99,
  });
  expect(JSON.parse(textAt(`${fileIn(directory)}.bak`))).toEqual({
    schemaVersion: 1,
    cautionBpm: 88,
  });
  expect(readdirSync(directory).sort()).toEqual(['profile.json', 'profile.json.bak']);
  for (const name of readdirSync(directory)) {
    expect(statSync(join(directory, name)).mode & 0o777).toBe(0o600);
  }
});

test('keys nobody knows survive a change, at the top and in the sensor', async () => {
  const directory = temporaryFolder();
  const text =
    '{"schemaVersion":1,"future":{"a":[1]},"sensor":{"id":"i","name":"n","paired":true},"__proto__":{"limitBpm":41}}';
  writeFileSync(fileIn(directory), text);
  const store = await openProfile(directory);
  await store.change((profile) => ({ ...profile, limitBpm: 100 }));
  expect(JSON.parse(textAt(fileIn(directory)))).toMatchObject({
    future: { a: [1] },
    sensor: { id: 'i', name: 'n', paired: true },
    limitBpm: 100,
  });
  expect((await openProfile(directory)).read().limitBpm).toBe(100);
});

test('changes made at once wait for each other: none is lost', async () => {
  const directory = temporaryFolder();
  const store = await openProfile(directory);
  await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      store.change((profile) => ({ ...profile, [`key${n}`]: n })),
    ),
  );
  expect(Object.keys((await openProfile(directory)).read()).length).toBe(11);
});

test('a change sees what another process has written in between', async () => {
  const directory = await withTwoVersions();
  const [one, other] = [await openProfile(directory), await openProfile(directory)];
  await one.change((profile) => ({ ...profile, cautionBpm: 80 }));
  expect(await other.change((profile) => ({ ...profile, limitBpm: 95 }))).toMatchObject({
    cautionBpm: 80,
    limitBpm: 95,
  });
});

describe('D5 a damaged profile', () => {
  const damages: Record<string, string | Uint8Array> = {
    empty: '',
    'cut off': '{"schemaVersion":1,"cau',
    NULs: Buffer.alloc(64),
    'wrong types': '{"schemaVersion":1,"limitBpm":"99"}',
    'no object': '[]',
    'not UTF-8': Buffer.from([0x22, 0xff, 0x22]),
  };
  test.each(Object.entries(damages))(
    '%s: the one before stands in, and it says so',
    async (_, bytes) => {
      const directory = await withTwoVersions();
      writeFileSync(fileIn(directory), bytes);
      const store = await openProfile(directory);
      expect(store.read()).toEqual({ schemaVersion: 1, cautionBpm: 88 });
      expect(store.notice).toMatch(
        /profile\.json" is damaged \(.+\): the version before it is used/,
      );
      await store.change((profile) => ({ ...profile, limitBpm: 97 }));
      expect((await openProfile(directory)).notice).toBeUndefined();
      expect((await openProfile(directory)).read()).toMatchObject({ cautionBpm: 88, limitBpm: 97 });
      expect(Buffer.from(textAt(`${fileIn(directory)}.damaged`))).toEqual(
        Buffer.from(Buffer.from(bytes).toString('utf8')),
      );
      expect(JSON.parse(textAt(`${fileIn(directory)}.bak`))).toEqual({
        schemaVersion: 1,
        cautionBpm: 88,
      });
    },
  );
  test('without one before it an empty one stands in, and it says so', async () => {
    const directory = temporaryFolder();
    writeFileSync(fileIn(directory), '{');
    const store = await openProfile(directory);
    expect(store.read()).toEqual({ schemaVersion: 1 });
    expect(store.notice).toMatch(/left out/);
    expect(textAt(fileIn(directory))).toBe('{');
  });
});

test('D8 a newer profile is refused, exit 5, and left untouched, by reading and by changing', async () => {
  const directory = temporaryFolder();
  const store = await openProfile(directory);
  const newer = '{"schemaVersion":2,"limits":[90,100]}';
  writeFileSync(fileIn(directory), newer);
  const refusal = expect.objectContaining({ name: 'NewerFileError', exitCode: 5 });
  await expect(openProfile(directory)).rejects.toEqual(refusal);
  await expect(store.change((profile) => profile)).rejects.toEqual(refusal);
  expect(textAt(fileIn(directory))).toBe(newer);
  expect(readdirSync(directory)).toEqual(['profile.json']);
});

test('a change that the schema refuses changes nothing', async () => {
  const directory = await withTwoVersions();
  const before = textAt(fileIn(directory));
  const store = await openProfile(directory);
  await expect(store.change((profile) => ({ ...profile, limitBpm: 1000 }))).rejects.toThrow();
  expect(textAt(fileIn(directory))).toBe(before);
  expect(store.read().limitBpm).toBe(99);
});

test('a place that cannot be written is a DataDirectoryError, exit 6', async () => {
  const store = await openProfile('/proc/nowhere');
  await expect(store.change((profile) => profile)).rejects.toEqual(
    expect.objectContaining({ name: 'DataDirectoryError', exitCode: 6 }),
  );
});

test('a link in its place is replaced, never written through', async () => {
  const directory = temporaryFolder();
  writeFileSync(join(directory, 'victim'), '{"schemaVersion":1}');
  symlinkSync(join(directory, 'victim'), fileIn(directory));
  const store = await openProfile(directory);
  await store.change((profile) => ({ ...profile, limitBpm: 98 }));
  expect(textAt(join(directory, 'victim'))).toBe('{"schemaVersion":1}');
  expect(JSON.parse(textAt(fileIn(directory))).limitBpm).toBe(98);
});
