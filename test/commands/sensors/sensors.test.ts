import fc from 'fast-check';
import { from, lastValueFrom, toArray } from 'rxjs';
import { beforeEach, expect, test } from 'vitest';
import {
  forget,
  nickname,
  type RememberedSensor,
  remember,
  type SensorMemory,
  sensorToWear,
  use,
} from '../../../src/commands/sensors/remembered.ts';
import {
  forgetSensor,
  nameSensor,
  sensorsJson,
  sensorsText,
  takeDiscovered,
  takeRemembered,
} from '../../../src/commands/sensors/sensors.ts';
import { liveList, sightingText, signalBars } from '../../../src/commands/sensors/sightings.ts';

const AT = new Date('2026-03-01T10:00:00Z');
const MINE = { id: 'c00000000001', name: 'Polar H10', rssi: -55 };
const HERS = { id: 'c00000000002', name: 'Polar H10', rssi: -85 };

let kept: readonly RememberedSensor[];
const memory: SensorMemory = {
  read: async () => kept,
  change: async (edit) => {
    kept = edit(kept);
  },
};
beforeEach(() => {
  kept = remember(remember([], MINE, AT), HERS, AT);
});

test('the first strap remembered is the default, the second is not', () => {
  expect(kept.map(({ isDefault }) => isDefault)).toEqual([true, undefined]);
  expect(sensorToWear(kept)?.id).toBe(MINE.id);
});

test('whatever is remembered, used, named and forgotten, at most one is the default and ids are unique', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd');
  const step = fc.oneof(
    id.map((i) => (all: readonly RememberedSensor[]) => remember(all, { ...MINE, id: i }, AT)),
    id.map((i) => (all: readonly RememberedSensor[]) => use(all, i)),
    fc.tuple(id, fc.string()).map(
      ([i, name]) =>
        (all: readonly RememberedSensor[]) =>
          nickname(all, i, name),
    ),
    id.map((i) => (all: readonly RememberedSensor[]) => forget(all, i)),
  );
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const all = steps.reduce(
        (sensors, apply) => apply(sensors),
        [] as readonly RememberedSensor[],
      );
      expect(all.filter(({ isDefault }) => isDefault).length).toBeLessThanOrEqual(1);
      expect(new Set(all.map((sensor) => sensor.id)).size).toBe(all.length);
    }),
  );
});

test('a strap seen again keeps its nickname and its place, and is seen later', () => {
  kept = nickname(kept, MINE.id, 'chest');
  const later = remember(kept, { ...MINE, name: 'Polar H10 2' }, new Date('2026-04-01T10:00:00Z'));
  expect(later[0]).toEqual({
    id: MINE.id,
    name: 'Polar H10 2',
    nickname: 'chest',
    isDefault: true,
    lastSeenAt: '2026-04-01T10:00:00.000Z',
  });
});

test('of two straps of one name none is worn by that name alone, unless one is the default', () => {
  const neither = kept.map(({ isDefault: _, ...sensor }) => sensor);
  expect(sensorToWear(neither, 'polar h10')).toBeUndefined();
  expect(sensorToWear(neither)).toBeUndefined();
  expect(sensorToWear(kept, 'polar h10')?.id).toBe(MINE.id);
  expect(sensorToWear(kept, HERS.id)?.id).toBe(HERS.id);
});

test('use, name and forget say what they did', async () => {
  expect(await takeRemembered(memory, HERS.id)).toEqual({
    code: 0,
    sentence: 'Polar H10 will be worn.',
  });
  expect(await nameSensor(memory, HERS.id, ' hers ')).toMatchObject({ code: 0 });
  expect(sensorToWear(kept, 'HERS')?.isDefault).toBe(true);
  expect(await forgetSensor(memory, 'hers')).toMatchObject({ code: 0 });
  expect(kept.map(({ id }) => id)).toEqual([MINE.id]);
});

test('a word that fits nobody is nothing found, one that fits two is ambiguous; nothing changes', async () => {
  const before = kept;
  expect(await forgetSensor(memory, 'Wahoo')).toEqual({
    code: 3,
    sentence: 'No sensor is called "Wahoo". Remembered: Polar H10, Polar H10.',
  });
  expect(await forgetSensor(memory, 'Polar H10')).toMatchObject({ code: 2 });
  expect(kept).toBe(before);
});

test('a strap picked off a scan is remembered and worn', async () => {
  await takeDiscovered(memory, { id: 'c3', name: 'TICKR', rssi: -60 }, AT);
  expect(sensorToWear(kept)?.name).toBe('TICKR');
});

test('the list is told as text and as JSON', () => {
  kept = nickname(kept, MINE.id, 'chest');
  expect(sensorsText(kept)).toBe(
    '* chest  Polar H10  c00000000001  last seen 2026-03-01\n' +
      '  Polar H10  c00000000002  last seen 2026-03-01\n',
  );
  expect(JSON.parse(sensorsJson(kept))).toEqual({ schema: 'pulsepace/sensors/1', sensors: kept });
});

test('the live list has each strap once, with fresh strength, the remembered first', async () => {
  const seen$ = from([{ id: 'x', name: 'A stranger', rssi: -50 }, HERS, { ...HERS, rssi: -72 }]);
  const lists = await lastValueFrom(liveList(seen$, kept).pipe(toArray()));
  expect(lists.at(-1)?.map(sightingText)).toEqual([
    '##..  Polar H10  c00000000002  remembered',
    '####  A stranger  x  new',
  ]);
});

test.for([
  [-40, 4],
  [-60, 4],
  [-61, 3],
  [-75, 2],
  [-85, 1],
  [-95, 0],
])('%i dBm are %i bars', ([rssi, bars]) => {
  expect(signalBars(rssi ?? 0)).toBe(bars);
});
