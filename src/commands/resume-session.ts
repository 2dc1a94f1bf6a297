import { dataDirectory } from '../journal/data-directory.ts';
import type { Profile } from '../journal/profile-schema.ts';
import type { SessionHeader } from '../session/header.ts';
import { type ChosenSensor, chooseSensor } from './choose-sensor.ts';
import { DoorError, exitCode } from './door-error.ts';
import type { Interrupted } from './interrupted-sessions.ts';
import type { Io } from './io.ts';
import { lockedSession } from './locked-session.ts';
import { mannerOf } from './manner.ts';
import { sessionCatalogue } from './session-catalogue.ts';
import type { SessionFlags } from './session-flags.ts';
import { profileStore, strapFor } from './strap-for.ts';
import { whereFor } from './where-for.ts';

/** An interrupted session goes on as one with it: paused, after a gap from its last fact until now. Returns the exit code. */
export async function resumeSession(
  io: Io,
  { path: interruptedPath, header }: Interrupted,
  flags: SessionFlags,
): Promise<number> {
  if (io.stdin.isTTY !== true) {
    throw new DoorError(
      `A session goes on where it was paused, by a key: resume ${header.id} on a terminal.`,
    );
  }
  const directory = dataDirectory(whereFor(io, flags));
  const profile = (await profileStore(io, directory)).read();
  const manner = mannerOf(io.env, flags, profile);
  const sensor = await sensorAgain(io, header, flags, profile);
  const prepared = {
    io,
    header,
    begunMs: performance.now(),
    sensor,
    flags,
    profile,
    directory,
    manner,
    interruptedPath,
  };
  const { code } = await lockedSession(prepared);
  if (code === exitCode.ok) await sessionCatalogue(io, directory);
  return code;
}

/** The same kind of heart as before. */
async function sensorAgain(
  io: Io,
  { source, id }: SessionHeader,
  flags: SessionFlags,
  profile: Profile,
): Promise<ChosenSensor> {
  const word = flags.sensor ?? (io.env.PULSEPACE_SENSOR || undefined);
  const otherwise = source === 'strap' ? undefined : source === 'none' ? false : source;
  const chosen = chooseSensor(word ?? otherwise);
  const isSame = (chosen?.source ?? 'strap') === source;
  if (!isSame) {
    throw new DoorError(
      `${id} was begun with ${source === 'none' ? 'no strap' : `a ${source}`}: one session keeps to one kind of heart; choose the same with --sensor.`,
    );
  }
  return chosen ?? strapFor(io, word || undefined, flags, profile);
}
