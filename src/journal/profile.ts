import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { asDataDirectoryError } from './data-directory-error.ts';
import { errorCode } from './trouble.ts';
import { zodFile } from './zod-file.ts';

const profileSchemaVersion = 1;

const sensorSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  nickname: z.string().optional(),
});

/** What is known of a person and chosen by them; keys of other versions are kept as they are. */
const profileSchema = z.looseObject({
  schemaVersion: z.literal(profileSchemaVersion),
  cautionBpm: z.number().int().min(40).max(220).optional(),
  limitBpm: z.number().int().min(40).max(220).optional(),
  /** The one that is worn where none is named. */
  sensor: sensorSchema.optional(),
  /** All that are remembered. */
  sensors: z.array(sensorSchema.extend({ lastSeenAt: z.iso.datetime().optional() })).optional(),
  /** UTC, ISO 8601: when the first run was explained. */
  welcomedAt: z.iso.datetime().optional(),
});
export type Profile = z.infer<typeof profileSchema>;

export type ProfileStore = {
  /** The profile as last read or changed. */
  read(): Profile;
  /** One sentence for the person when the file was damaged. */
  readonly notice: string | undefined;
  /** Reads the file anew, applies the change, stores and returns it. Changes of one process wait for each other. */
  change(change: (profile: Profile) => Profile): Promise<Profile>;
};

const emptyProfile = (): Profile => ({ schemaVersion: profileSchemaVersion });

/** Opens `profile.json`; where there is none an empty profile stands, and nothing is written. Throws a NewerFileError. */
export async function openProfile(directory: string): Promise<ProfileStore> {
  const path = join(directory, 'profile.json');
  let notice: string | undefined;
  const file = zodFile({
    path,
    schema: profileSchema,
    schemaVersion: profileSchemaVersion,
    say: (sentence) => {
      notice = sentence;
    },
  });
  const low = new Low(file, emptyProfile());
  await low.read();
  let last: Promise<unknown> = Promise.resolve();

  const changed = async (change: (profile: Profile) => Profile): Promise<Profile> => {
    await low.read();
    const next = change(low.data);
    try {
      await file.write(next);
    } catch (error) {
      throw errorCode(error) === undefined ? error : asDataDirectoryError(error, path);
    }
    low.data = next;
    return next;
  };

  return {
    read: () => low.data,
    get notice() {
      return notice;
    },
    change: (change) => {
      const result = last.then(() => changed(change));
      last = result.catch(() => undefined);
      return result;
    },
  };
}
