import { openProfile, type ProfileStore } from '../journal/profile.ts';
import type { Profile } from '../journal/profile-schema.ts';
import type { ChosenSensor } from './choose-sensor.ts';
import type { Io } from './io.ts';
import { lookFor } from './look-for.ts';
import { isAccessible } from './manner.ts';
import { seenNow } from './sensors/remembered.ts';
import type { SessionFlags } from './session-flags.ts';
import { visible } from './visible.ts';
import { whereFor } from './where-for.ts';

/** The strap a word names, or the remembered one, worn. */
export async function strapFor(
  io: Io,
  word: string | undefined,
  flags: SessionFlags,
  profile: Profile,
): Promise<ChosenSensor> {
  const [{ chooseStrap }, { wornSensor }, { profileMemory }] = await Promise.all([
    import('./choose-strap.ts'),
    import('./worn-sensor.ts'),
    import('./sensors/profile-memory.ts'),
  ]);
  const memory = profileMemory(whereFor(io, flags), () => undefined);
  const worn = await chooseStrap({
    io,
    look: lookFor(io, flags, profile),
    word,
    memory,
    // Its list moves the cursor.
    mayAsk: flags.json !== true && !isAccessible(io.env, flags, profile),
    keeps: flags.log,
  });
  const noteSeen = (): void => {
    // When it was last seen is a nicety: a profile that cannot be written is told where it matters.
    if (flags.log && word !== 'any') seenNow(memory, worn).catch(() => undefined);
  };
  return wornSensor(worn, { resetEnergy: flags.resetEnergy === true, onHeard: noteSeen });
}

/** The profile of a data directory; what was damaged is said. */
export async function profileStore(io: Io, directory: string): Promise<ProfileStore> {
  const store = await openProfile(directory);
  if (store.notice !== undefined) io.stderr.write(`${visible(store.notice)}\n`);
  return store;
}
