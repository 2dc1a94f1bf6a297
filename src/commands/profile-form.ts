import { settings } from '../journal/profile-settings.ts';
import type { DataFlags } from './data-options.ts';
import { DoorError } from './door-error.ts';
import type { Io } from './io.ts';
import { isInteractive } from './is-interactive.ts';
import { listProfile, profileFor } from './profile.ts';

/** `profile`: every setting; the form where nothing is set yet and there is a terminal. Returns the exit code. */
export async function profile(io: Io, flags: DataFlags): Promise<number> {
  if (flags.json === true || !isInteractive(io)) return listProfile(io, flags);
  const stored = (await profileFor(io, flags)).store.read();
  const isUnset = settings.every(({ key }) => stored[key] === undefined);
  return isUnset ? formOnTerminal(io, flags) : listProfile(io, flags);
}

/** `profile edit`. Throws a DoorError where there is no terminal. */
export async function formOnTerminal(io: Io, flags: DataFlags): Promise<number> {
  if (!isInteractive(io)) {
    throw new DoorError(
      'The form needs a terminal; without one: pulsepace profile set birthYear 1961.',
    );
  }
  const { editProfile } = await import('./profile-edit.tsx');
  return editProfile(io, flags);
}
