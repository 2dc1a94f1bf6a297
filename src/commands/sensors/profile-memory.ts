import {
  type DataDirectoryOptions,
  dataDirectory,
  dataDirectoryPath,
} from '../../journal/data-directory.ts';
import { openProfile } from '../../journal/profile.ts';
import type { Profile } from '../../journal/profile-schema.ts';
import type { RememberedSensor, SensorMemory } from './remembered.ts';

/** Remembered sensors in the profile: all as `sensors`, the default as `sensor` too. Reading creates nothing. */
export function profileMemory(
  where: DataDirectoryOptions,
  say: (notice: string) => void,
): SensorMemory {
  const opened = async (directory: string) => {
    const store = await openProfile(directory);
    if (store.notice !== undefined) say(store.notice);
    return store;
  };
  return {
    read: async () => sensorsOf((await opened(dataDirectoryPath(where))).read()),
    change: async (edit) => {
      const store = await opened(dataDirectory(where));
      await store.change((profile) => withSensors(profile, edit(sensorsOf(profile))));
    },
  };
}

/** The sensors of a profile; a default that the list lacks, as older profiles have it, counts as remembered. */
function sensorsOf({ sensor, sensors = [] }: Profile): readonly RememberedSensor[] {
  const isListed = sensor === undefined || sensors.some(({ id }) => id === sensor.id);
  const all = isListed ? sensors : [sensor, ...sensors];
  return all.map((each) => remembered(each, each.id === sensor?.id));
}

function remembered(
  { id, name, nickname, lastSeenAt }: NonNullable<Profile['sensors']>[number],
  isDefault: boolean,
): RememberedSensor {
  return {
    id,
    name,
    ...(nickname !== undefined && { nickname }),
    ...(lastSeenAt !== undefined && { lastSeenAt }),
    ...(isDefault && { isDefault }),
  };
}

function withSensors(profile: Profile, sensors: readonly RememberedSensor[]): Profile {
  const { sensor: before, sensors: _, ...rest } = profile;
  const chosen = sensors.find(({ isDefault }) => isDefault);
  return {
    ...rest,
    ...(chosen && { sensor: worn(chosen, before) }),
    sensors: sensors.map(({ isDefault: _default, ...sensor }) => sensor),
  };
}

/** Keys of other versions stay with the sensor they belong to. */
function worn({ id, name, nickname }: RememberedSensor, before: Profile['sensor']) {
  const { nickname: _, ...others } = before?.id === id ? before : {};
  return { ...others, id, name, ...(nickname !== undefined && { nickname }) };
}
