import { dataDirectory, dataDirectoryPath } from '../journal/data-directory.ts';
import type { Profile } from '../journal/profile-schema.ts';
import type { SessionHeader } from '../session/header.ts';
import type { Limits } from '../session/limits.ts';
import { isOpen, type Routine } from '../session/routine.ts';
import { afterSession } from './after-session.ts';
import { beforeSession } from './before-session.ts';
import { chooseLimits } from './choose-limits.ts';
import { type ChosenSensor, chooseSensor } from './choose-sensor.ts';
import { closingWords } from './closing-words.ts';
import { DoorError, exitCode } from './door-error.ts';
import { bpmFrom } from './environment.ts';
import type { Io } from './io.ts';
import { lockedSession } from './locked-session.ts';
import { type Manner, mannerOf } from './manner.ts';
import { offerRecovery } from './offer-recovery.ts';
import { resumeSession } from './resume-session.ts';
import { sessionCatalogue } from './session-catalogue.ts';
import type { SessionFlags } from './session-flags.ts';
import { headerFor } from './session-header.ts';
import { profileStore, strapFor } from './strap-for.ts';
import { whereFor } from './where-for.ts';

/** What makes a session a resting test. */
export type RestingTest = { readonly kind: 'rest'; readonly baselineS: number };

/** One session from its flags to its exit code; what it takes (lock, journal, terminal) it gives back on every way out. */
export async function runSession(
  io: Io,
  routine: Routine,
  flags: SessionFlags,
  resting?: RestingTest,
): Promise<number> {
  const word = flags.sensor ?? (io.env.PULSEPACE_SENSOR || undefined);
  const simulated = chooseSensor(word);
  refuseSpeed(simulated, flags);
  if (resting === undefined) refuseEndless(routine, simulated, flags);
  const directory = flags.log ? dataDirectory(whereFor(io, flags)) : undefined;
  const source = simulated?.source ?? 'strap';
  const again = await offerRecovery(io, directory, source, flags);
  if (again !== undefined) return resumeSession(io, again, flags);
  const store = await profileStore(io, directory ?? dataDirectoryPath(whereFor(io, flags)));
  const manner = mannerOf(io.env, flags, store.read());
  const limits = limitsFor(io, flags, store.read(), routine);
  const settled = await beforeSession({ io, routine, source, flags, store, directory, manner });
  if (settled.stays === true) return exitCode.ok;
  const profile = store.read();
  const sensor = simulated ?? (await strapFor(io, word || undefined, flags, profile));
  const header = headerFor({
    source: sensor.source,
    sensor: sensor.name,
    routine,
    ...settled,
    ...resting,
    ...(profile.irregularRhythm === true && { isIrregularTold: true }),
    sport: flags.sport,
    minutes: flags.minutes,
    speed: typeof flags.speed === 'number' ? flags.speed : 1,
    limits,
  });
  // The two clocks are read together, so that a fact's wall clock is `startedAt` and its `atMs`.
  const begunMs = performance.now();
  const prepared = { io, header, begunMs, sensor, flags, profile, directory, manner };
  const { code, path } = await lockedSession(prepared);
  if (path !== undefined && code === exitCode.ok) {
    await keptSession({ io, header, directory, path, manner, flags, profile });
  }
  return code;
}

type Kept = {
  readonly io: Io;
  readonly header: SessionHeader;
  readonly directory: string | undefined;
  readonly path: string;
  readonly manner: Manner;
  readonly flags: SessionFlags;
  readonly profile: Profile;
};

/** What is asked of the person after a session, the catalogue of all, and on a terminal what is next. */
async function keptSession(kept: Kept): Promise<void> {
  const { io, header, directory, path, manner, flags, profile } = kept;
  if (directory === undefined) return;
  const isSomebody = header.source === 'strap' || header.source === 'none';
  if (isSomebody && header.kind !== 'rest') await afterSession(io, directory, path, manner);
  await sessionCatalogue(io, directory, { mayBeFirst: true });
  if (io.stderr.isTTY !== true || flags.json === true) return;
  const { emergencyNumber } = profile;
  const { columns } = io.stderr;
  io.stderr.write(closingWords(path, header.id, { emergencyNumber, columns }));
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

function refuseSpeed(simulated: ChosenSensor | undefined, { speed }: SessionFlags): void {
  if (simulated !== undefined || speed === undefined) return;
  throw new DoorError(
    '--speed is for the simulator and for replays; a real heart beats at its own speed. Leave it out, or add --sensor simulator.',
  );
}

function refuseEndless(
  routine: Routine,
  simulated: ChosenSensor | undefined,
  flags: SessionFlags,
): void {
  if (!isOpen(routine) || flags.speed !== 'max' || flags.minutes !== undefined) return;
  if (simulated === undefined || simulated.source === 'replay') return;
  throw new DoorError(
    'An open session at --speed max would never end; say how long with --minutes, or use a replay.',
  );
}
