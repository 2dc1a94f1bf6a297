import { dataDirectory, dataDirectoryPath } from '../journal/data-directory.ts';
import { noJournal } from '../journal/journal.ts';
import { type Lock, takeLock } from '../journal/lock.ts';
import { openJournal } from '../journal/open-journal.ts';
import { openProfile, type ProfileStore } from '../journal/profile.ts';
import type { Routine } from '../session/routine.ts';
import { afterSession } from './after-session.ts';
import { beforeSession } from './before-session.ts';
import { chooseLimits } from './choose-limits.ts';
import { type ChosenSensor, chooseSensor } from './choose-sensor.ts';
import { DoorError, exitCode } from './door-error.ts';
import { bpmFrom } from './environment.ts';
import type { Io } from './io.ts';
import { liveSession } from './live-session.ts';
import type { SessionFlags } from './session-flags.ts';
import { headerFor } from './session-header.ts';
import { whereFor } from './where-for.ts';

/** One session from its flags to its exit code; what it takes (lock, journal, terminal) it gives back on every way out. */
export async function runSession(io: Io, routine: Routine, flags: SessionFlags): Promise<number> {
  const { env } = io;
  const sensor = chooseSensor(flags.sensor ?? env.PULSEPACE_SENSOR);
  checkSpeed(sensor, flags);
  const directory = flags.log ? dataDirectory(whereFor(io, flags)) : undefined;
  const store = await profileStore(io, directory ?? dataDirectoryPath(whereFor(io, flags)));
  const settled = await beforeSession({
    io,
    routine,
    source: sensor.source,
    flags,
    store,
    directory,
  });
  if (settled.stays === true) return exitCode.ok;
  const profile = store.read();
  const header = headerFor({
    source: sensor.source,
    sensor: sensor.name,
    routine,
    ...settled,
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
  let code: number;
  let path: string | undefined;
  try {
    lock = directory === undefined ? undefined : takeLock(directory);
    const journal = directory === undefined ? noJournal() : openJournal(directory, header);
    const release = (): void => lock?.release();
    code = await liveSession({ io, header, sensor, journal, flags, profile, release });
    path = journal.path;
  } finally {
    lock?.release();
  }
  const isSomebody = sensor.source === 'strap' || sensor.source === 'none';
  if (isSomebody && directory !== undefined && path !== undefined && code === exitCode.ok) {
    await afterSession(io, directory, path);
  }
  return code;
}

async function profileStore(io: Io, directory: string): Promise<ProfileStore> {
  const store = await openProfile(directory);
  if (store.notice !== undefined) io.stderr.write(`${store.notice}\n`);
  return store;
}

function checkSpeed(sensor: ChosenSensor, { speed }: SessionFlags): void {
  if (speed === undefined || sensor.source === 'simulator' || sensor.source === 'replay') return;
  throw new DoorError('--speed is for the simulator and for replays; a heart beats at its own.');
}
