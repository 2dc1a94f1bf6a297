import { dataDirectory, dataDirectoryPath } from '../journal/data-directory.ts';
import { openProfile, type ProfileStore } from '../journal/profile.ts';
import type { Profile } from '../journal/profile-schema.ts';
import { type Setting, settingNamed, settings, settingValue } from '../journal/profile-settings.ts';
import { nearest } from '../library/nearest.ts';
import { enter } from '../session/door.ts';
import { limitsDoor } from '../session/doors/limits.ts';
import { sourceLimits } from '../session/limits.ts';
import { plainText } from '../ui/plain-text.ts';
import { columns } from './columns.ts';
import type { DataFlags } from './data-options.ts';
import { DoorError, exitCode } from './door-error.ts';
import type { Io } from './io.ts';
import { jsonLine } from './log-json.ts';
import { visible } from './visible.ts';
import { whereFor } from './where-for.ts';

/** The profile of these flags; `forChange` makes its place ready. Says what was damaged. */
export async function profileFor(
  io: Io,
  flags: DataFlags,
  forChange = false,
): Promise<{ readonly store: ProfileStore; readonly directory: string }> {
  const where = whereFor(io, flags);
  const directory = forChange ? dataDirectory(where) : dataDirectoryPath(where);
  const store = await openProfile(directory);
  if (store.notice !== undefined) io.stderr.write(`${visible(store.notice)}\n`);
  return { store, directory };
}

/** `profile`: every setting with what it is; as JSON those that are set. Returns the exit code. */
export async function listProfile(io: Io, flags: DataFlags): Promise<number> {
  const profile = (await profileFor(io, flags)).store.read();
  if (flags.json === true) {
    const set = settings.flatMap(({ key }) =>
      profile[key] === undefined ? [] : [[key, profile[key]] as const],
    );
    io.stdout.write(jsonLine({ schema: 'pulsepace/profile/1', profile: Object.fromEntries(set) }));
    return exitCode.ok;
  }
  const rows = settings.map((setting) => [
    setting.key,
    valueText(profile, setting) ?? '-',
    setting.about,
  ]);
  io.stdout.write(columns(rows, io.stdout.isTTY === true ? io.stdout.columns : undefined));
  return exitCode.ok;
}

/** `profile get`: the value alone; exit 3 where it is not set. */
export async function getSetting(
  io: Io,
  key: string | undefined,
  flags: DataFlags,
): Promise<number> {
  if (key === undefined) return listProfile(io, flags);
  const setting = known(key);
  const profile = (await profileFor(io, flags)).store.read();
  const text = valueText(profile, setting);
  if (flags.json === true) {
    const value = profile[setting.key] ?? null;
    io.stdout.write(jsonLine({ schema: 'pulsepace/setting/1', key: setting.key, value }));
  } else if (text !== undefined) io.stdout.write(`${text}\n`);
  if (text !== undefined) return exitCode.ok;
  io.stderr.write(
    `${setting.key} is not set; pulsepace profile set ${setting.key} VALUE sets it.\n`,
  );
  return exitCode.notFound;
}

/** `profile set` and, without a value, `profile unset`. Throws a DoorError for a value or a pair of limits that cannot be. */
export async function setSetting(
  io: Io,
  { key, value }: { readonly key: string; readonly value?: string },
  flags: DataFlags,
): Promise<number> {
  const setting = known(key);
  const wanted = value === undefined ? undefined : takenValue(setting, value);
  const { store } = await profileFor(io, flags, true);
  const { cautionBpm } = await store.change((profile) =>
    checkedLimits(changed(profile, setting, wanted)),
  );
  if (cautionBpm !== undefined && fitsLimits.has(setting.key)) {
    io.stderr.write(
      'Your limits stay as they are; pulsepace profile limits shows what fits now.\n',
    );
  }
  return exitCode.ok;
}

const fitsLimits: ReadonlySet<string> = new Set([
  'birthYear',
  'restingBpm',
  'highestBpm',
  'betaBlockers',
  'irregularRhythm',
  'trained',
]);

function takenValue(setting: Setting, text: string): NonNullable<ReturnType<typeof settingValue>> {
  const value = settingValue(setting, text);
  if (value !== undefined) return value;
  throw new DoorError(
    `${setting.key} cannot be ${JSON.stringify(text)}: it is ${setting.takes} (${setting.about}).`,
  );
}

/** A profile with one setting changed, or forgotten. */
export function changed(
  profile: Profile,
  { key }: Pick<Setting, 'key'>,
  value: ReturnType<typeof settingValue>,
): Profile {
  const { [key]: _before, ...rest } = profile;
  const isLimit = key === 'cautionBpm' || key === 'limitBpm';
  return {
    ...rest,
    schemaVersion: profile.schemaVersion,
    ...(value !== undefined && { [key]: value }),
    ...(isLimit && { limitsBecause: undefined }),
  };
}

/** The pair as it would stand, what is not set being the source's. Throws a DoorError where it cannot stand. */
export function checkedLimits(profile: Profile): Profile {
  const { cautionBpm = sourceLimits.cautionBpm, limitBpm = sourceLimits.limitBpm } = profile;
  if (enter(limitsDoor, { ...sourceLimits, cautionBpm, limitBpm }).success) return profile;
  throw new DoorError(
    `Caution ${cautionBpm} would not be lower than the limit ${limitBpm}; set the other of cautionBpm and limitBpm first.`,
  );
}

/** What people call a setting that has another name. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['age', 'birthYear'],
  ['weight', 'weightKg'],
  ['gender', 'sex'],
  ['limit', 'limitBpm'],
  ['caution', 'cautionBpm'],
]);

function known(key: string): Setting {
  const setting = settingNamed(key);
  if (setting !== undefined) return setting;
  const guess =
    otherNames.get(key.toLowerCase()) ??
    nearest(
      key,
      settings.map((each) => each.key),
    );
  const hint = guess === undefined ? '' : ` Did you mean ${guess}?`;
  throw new DoorError(
    `There is no setting ${JSON.stringify(key)}.${hint} pulsepace profile lists them all.`,
  );
}

export function valueText(profile: Profile, { key, kind }: Setting): string | undefined {
  const value = profile[key];
  if (value === undefined) return undefined;
  return kind === 'yes-no' ? (value === true ? 'yes' : 'no') : plainText(String(value), 40);
}
