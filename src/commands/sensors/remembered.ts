import type { Discovered } from '../../../devices/ble/seek.ts';

/** A strap of one's own. `name` is what it advertises, `nickname` what its owner calls it. */
export type RememberedSensor = {
  readonly id: string;
  readonly name: string;
  readonly nickname?: string;
  /** ISO 8601; absent until it was seen. */
  readonly lastSeenAt?: string;
  /** At most one is taken where none is named. */
  readonly isDefault?: boolean;
};

/** Where remembered sensors are kept; `change` is one read and one write. */
export type SensorMemory = {
  read(): Promise<readonly RememberedSensor[]>;
  change(
    edit: (sensors: readonly RememberedSensor[]) => readonly RememberedSensor[],
  ): Promise<void>;
};

/** Which sensor a word means: an id, a nickname or a name, in this order; all that fit where none is exact. */
export function meant(
  sensors: readonly RememberedSensor[],
  word: string,
): readonly RememberedSensor[] {
  const same = (text: string | undefined) => text?.toLowerCase() === word.toLowerCase();
  for (const key of ['id', 'nickname', 'name'] as const) {
    const found = sensors.filter((sensor) => same(sensor[key]));
    if (found.length > 0) return found;
  }
  return [];
}

/** The sensor to wear: the named one, else the default, else the only one; undefined where that is open. */
export function sensorToWear(
  sensors: readonly RememberedSensor[],
  word?: string,
): RememberedSensor | undefined {
  const candidates = word === undefined ? sensors : meant(sensors, word);
  return candidates.find(({ isDefault }) => isDefault) ?? onlyOf(candidates);
}

/** Remembers a strap, or notes that it was seen; the first one becomes the default. */
export function remember(
  sensors: readonly RememberedSensor[],
  seen: Discovered,
  at: Date,
): readonly RememberedSensor[] {
  const known = sensors.find(({ id }) => id === seen.id);
  const first = sensors.length === 0 ? { isDefault: true } : {};
  const sensor = {
    ...(known ?? first),
    id: seen.id,
    name: seen.name,
    lastSeenAt: at.toISOString(),
  };
  return known
    ? sensors.map((each) => (each.id === seen.id ? sensor : each))
    : [...sensors, sensor];
}

/** Notes that a remembered strap is heard now. */
export function seenNow(memory: SensorMemory, { id }: { readonly id: string }): Promise<void> {
  const lastSeenAt = new Date().toISOString();
  return memory.change((sensors) =>
    sensors.map((sensor) => (sensor.id === id ? { ...sensor, lastSeenAt } : sensor)),
  );
}

/** Makes this one the default, and no other. */
export function use(sensors: readonly RememberedSensor[], id: string): readonly RememberedSensor[] {
  return sensors.map(({ isDefault: _, ...sensor }) =>
    sensor.id === id ? { ...sensor, isDefault: true } : sensor,
  );
}

/** Gives a nickname; an empty one takes it away. */
export function nickname(
  sensors: readonly RememberedSensor[],
  id: string,
  name: string,
): readonly RememberedSensor[] {
  return sensors.map((sensor) => {
    if (sensor.id !== id) return sensor;
    const { nickname: _, ...plain } = sensor;
    return name.trim() === '' ? plain : { ...plain, nickname: name.trim() };
  });
}

export function forget(
  sensors: readonly RememberedSensor[],
  id: string,
): readonly RememberedSensor[] {
  return sensors.filter((sensor) => sensor.id !== id);
}

function onlyOf<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}
