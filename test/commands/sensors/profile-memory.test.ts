import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { profileMemory } from '../../../src/commands/sensors/profile-memory.ts';
import { forget, nickname, remember, use } from '../../../src/commands/sensors/remembered.ts';

const AT = new Date('2026-03-01T10:00:00Z');
const MINE = { id: 'c1', name: 'Polar H10', rssi: -55 };
const HERS = { id: 'c2', name: 'Polar H10', rssi: -85 };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pulsepace-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const memory = () => profileMemory({ flag: join(folder, 'data') }, () => undefined);
const path = () => join(folder, 'data/profile.json');
const stored = (): unknown => JSON.parse(readFileSync(path(), 'utf8'));

test('asking what is remembered makes no folder', async () => {
  expect(await memory().read()).toEqual([]);
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

test('what is remembered is read back by another process, the default first of all kept as the sensor', async () => {
  await memory().change((all) => remember(remember(all, MINE, AT), HERS, AT));
  await memory().change((all) => nickname(use(all, 'c2'), 'c2', 'hers'));
  expect(stored()).toEqual({
    schemaVersion: 1,
    sensor: { id: 'c2', name: 'Polar H10', nickname: 'hers' },
    sensors: [
      { id: 'c1', name: 'Polar H10', lastSeenAt: AT.toISOString() },
      { id: 'c2', name: 'Polar H10', nickname: 'hers', lastSeenAt: AT.toISOString() },
    ],
  });
  expect((await memory().read()).map(({ isDefault }) => isDefault)).toEqual([undefined, true]);
});

test('a forgotten default leaves none behind', async () => {
  await memory().change((all) => remember(all, MINE, AT));
  await memory().change((all) => forget(all, 'c1'));
  expect(stored()).toEqual({ schemaVersion: 1, sensors: [] });
});

test('a profile with a default alone counts it as remembered; what else it holds stays', async () => {
  await memory().change((all) => all);
  const older = { schemaVersion: 1, cautionBpm: 85, sensor: { id: 'c1', name: 'Old', colour: 1 } };
  writeFileSync(path(), JSON.stringify(older));
  expect(await memory().read()).toEqual([{ id: 'c1', name: 'Old', isDefault: true }]);
  await memory().change((all) => remember(all, HERS, AT));
  expect(stored()).toMatchObject(older);
});
