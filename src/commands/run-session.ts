import { dataDirectory } from '../journal/data-directory.ts';
import { noJournal } from '../journal/journal.ts';
import { type Lock, takeLock } from '../journal/lock.ts';
import { openJournal } from '../journal/open-journal.ts';
import { openProfile, type Profile } from '../journal/profile.ts';
import type { Routine } from '../session/routine.ts';
import { chooseLimits } from './choose-limits.ts';
import { type ChosenSensor, chooseSensor } from './choose-sensor.ts';
import { DoorError } from './door-error.ts';
import { bpmFrom } from './environment.ts';
import type { Io } from './io.ts';
import { liveSession } from './live-session.ts';
import { seenNow } from './sensors/remembered.ts';
import type { SessionFlags } from './session-flags.ts';
import { headerFor } from './session-header.ts';
import { whereFor } from './where-for.ts';

/** One session from its flags to its exit code; what it takes (lock, journal, terminal) it gives back on every way out. */
export async function runSession(io: Io, routine: Routine, flags: SessionFlags): Promise<number> {
  const { env } = io;
  const word = flags.sensor ?? (env.PULSEPACE_SENSOR || undefined);
  const simulated = chooseSensor(word);
  if (simulated === undefined) refuseSpeed(flags);
  const directory = flags.log ? dataDirectory(whereFor(io, flags)) : undefined;
  const profile = directory === undefined ? {} : await profileOf(io, directory);
  const sensor = simulated ?? (await strapFor(io, word, flags));
  const header = headerFor({
    source: sensor.source,
    sensor: sensor.name,
    routine,
    level: flags.level ?? 0,
    sport: flags.sport,
    speed: typeof flags.speed === 'number' ? flags.speed : 1,
    limits: chooseLimits({
      flag: { cautionBpm: flags.caution, limitBpm: flags.limit },
      environment: {
        cautionBpm: bpmFrom(env, 'PULSEPACE_CAUTION'),
        limitBpm: bpmFrom(env, 'PULSEPACE_LIMIT'),
      },
      profile,
      routine,
    }),
  });
  let lock: Lock | undefined;
  try {
    lock = directory === undefined ? undefined : takeLock(directory);
    const journal = directory === undefined ? noJournal() : openJournal(directory, header);
    const release = (): void => lock?.release();
    return await liveSession({ io, header, sensor, journal, flags, release });
  } finally {
    lock?.release();
  }
}

async function profileOf(io: Io, directory: string): Promise<Profile> {
  const store = await openProfile(directory);
  if (store.notice !== undefined) io.stderr.write(`${store.notice}\n`);
  return store.read();
}

async function strapFor(
  io: Io,
  word: string | undefined,
  flags: SessionFlags,
): Promise<ChosenSensor> {
  const [{ chooseStrap }, { wornSensor }, { profileMemory }] = await Promise.all([
    import('./choose-strap.ts'),
    import('./worn-sensor.ts'),
    import('./sensors/profile-memory.ts'),
  ]);
  const memory = profileMemory(whereFor(io, flags), () => undefined);
  const worn = await chooseStrap({
    io,
    word,
    memory,
    mayAsk: flags.json !== true,
    keeps: flags.log,
  });
  const noteSeen = (): void => {
    // When it was last seen is a nicety: a profile that cannot be written is told where it matters.
    if (flags.log && word !== 'any') seenNow(memory, worn).catch(() => undefined);
  };
  return wornSensor(worn, { resetEnergy: flags.resetEnergy === true, onHeard: noteSeen });
}

function refuseSpeed({ speed }: SessionFlags): void {
  if (speed === undefined) return;
  throw new DoorError('--speed is for the simulator and for replays; a heart beats at its own.');
}
