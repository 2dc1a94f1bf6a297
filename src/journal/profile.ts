import { join } from 'node:path';
import { Low } from 'lowdb';
import { asDataDirectoryError } from './data-directory-error.ts';
import { profileDoor } from './doors/profile.ts';
import { whileProfileIsOurs } from './profile-lock.ts';
import type { Profile } from './profile-schema.ts';
import { errorCode } from './trouble.ts';
import { zodFile } from './zod-file.ts';

export type ProfileStore = {
  /** The profile as last read or changed. */
  read(): Profile;
  /** One sentence for the person when the file was damaged. */
  readonly notice: string | undefined;
  /** Reads the file anew, applies the change, stores and returns it. Changes wait for each other, those of other processes too. */
  change(change: (profile: Profile) => Profile): Promise<Profile>;
};

const schemaVersion: Profile['schemaVersion'] = 1;
const emptyProfile = (): Profile => ({ schemaVersion });

/** Opens `profile.json`; where there is none an empty profile stands, and nothing is written. Throws a NewerFileError. */
export async function openProfile(directory: string): Promise<ProfileStore> {
  const path = join(directory, 'profile.json');
  let notice: string | undefined;
  const file = zodFile({
    path,
    door: profileDoor,
    schemaVersion,
    say: (sentence) => {
      notice = sentence;
    },
  });
  const low = new Low(file, emptyProfile());
  await low.read();
  let last: Promise<unknown> = Promise.resolve();

  const changed = (change: (profile: Profile) => Profile): Promise<Profile> =>
    whileProfileIsOurs(directory, async () => {
      await low.read();
      const next = change(low.data);
      try {
        await file.write(next);
      } catch (error) {
        throw errorCode(error) === undefined ? error : asDataDirectoryError(error, path);
      }
      low.data = next;
      return next;
    });

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
