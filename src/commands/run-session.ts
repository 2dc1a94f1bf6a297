import { dataDirectory, dataDirectoryPath } from '../journal/data-directory.ts';
import { noJournal } from '../journal/journal.ts';
import { takeLock } from '../journal/lock.ts';
import { openJournal } from '../journal/open-journal.ts';
import { openProfile, type ProfileStore } from '../journal/profile.ts';
import type { Profile } from '../journal/profile-schema.ts';
import type { SessionHeader } from '../session/header.ts';
import type { Limits } from '../session/limits.ts';
import { isOpen, type Routine } from '../session/routine.ts';
import { afterSession } from './after-session.ts';
import { beforeSession } from './before-session.ts';
import { chooseLimits } from './choose-limits.ts';
import { type ChosenSensor, chooseSensor } from './choose-sensor.ts';
import { DoorError, exitCode } from './door-error.ts';
import { bpmFrom } from './environment.ts';
import type { Io } from './io.ts';
import { liveSession } from './live-session.ts';
import { lookFor } from './look-for.ts';
import { seenNow } from './sensors/remembered.ts';
import type { SessionFlags } from './session-flags.ts';
import { headerFor } from './session-header.ts';
import { whereFor } from './where-for.ts';

/** One session from its flags to its exit code; what it takes (lock, journal, terminal) it gives back on every way out. */
export async function runSession(io: Io, routine: Routine, flags: SessionFlags): Promise<number> {
  const word = flags.sensor ?? (io.env.PULSEPACE_SENSOR || undefined);
  const simulated = chooseSensor(word);
  if (simulated === undefined) refuseSpeed(flags);
  else refuseEndless(routine, simulated, flags);
  const directory = flags.log ? dataDirectory(whereFor(io, flags)) : undefined;
  const store = await profileStore(io, directory ?? dataDirectoryPath(whereFor(io, flags)));
  const source = simulated?.source ?? 'strap';
  const settled = await beforeSession({ io, routine, source, flags, store, directory });
  if (settled.stays === true) return exitCode.ok;
  const profile = store.read();
  const sensor = simulated ?? (await strapFor(io, word || undefined, flags, profile));
  const header = headerFor({
    source: sensor.source,
    sensor: sensor.name,
    routine,
    ...settled,
    sport: flags.sport,
    speed: typeof flags.speed === 'number' ? flags.speed : 1,
    limits: limitsFor(io, flags, profile, routine),
  });
  const prepared = { io, header, sensor, flags, profile, directory };
  const { code, path } = await lockedSession(prepared);
  const isSomebody = sensor.source === 'strap' || sensor.source === 'none';
  if (isSomebody && directory !== undefined && path !== undefined && code === exitCode.ok) {
    await afterSession(io, directory, path);
  }
  return code;
}

type Prepared = {
  readonly io: Io;
  readonly header: SessionHeader;
  readonly sensor: ChosenSensor;
  readonly flags: SessionFlags;
  readonly profile: Profile;
  /** Absent where nothing is kept. */
  readonly directory: string | undefined;
};

/** The session itself, while its data directory is held; its exit code and its journal. */
async function lockedSession({
  directory,
  ...prepared
}: Prepared): Promise<{ code: number; path: string | undefined }> {
  const lock = directory === undefined ? undefined : takeLock(directory);
  const release = (): void => lock?.release();
  try {
    const journal = directory === undefined ? noJournal() : openJournal(directory, prepared.header);
    return { code: await liveSession({ ...prepared, journal, release }), path: journal.path };
  } finally {
    release();
  }
}

const limitsFor = (
  { env }: Io,
  { caution, limit }: SessionFlags,
  profile: Profile,
  routine: Routine,
): Limits =>
  chooseLimits({
    flag: { cautionBpm: caution, limitBpm: limit },
    environment: {
      cautionBpm: bpmFrom(env, 'PULSEPACE_CAUTION'),
      limitBpm: bpmFrom(env, 'PULSEPACE_LIMIT'),
    },
    profile,
    routine,
  });

async function profileStore(io: Io, directory: string): Promise<ProfileStore> {
  const store = await openProfile(directory);
  if (store.notice !== undefined) io.stderr.write(`${store.notice}\n`);
  return store;
}

async function strapFor(
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

function refuseEndless(routine: Routine, { source }: ChosenSensor, flags: SessionFlags): void {
  if (!isOpen(routine) || flags.speed !== 'max' || flags.minutes !== undefined) return;
  if (source === 'replay') return;
  throw new DoorError(
    'An open session at --speed max would never end; say how long with --minutes, or use a replay.',
  );
}
