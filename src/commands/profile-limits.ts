import type { Profile } from '../journal/profile-schema.ts';
import { morningsBpm } from '../review/mornings.ts';
import type { Practice } from '../review/practice.ts';
import { type LimitsOffer, offeredLimits } from '../session/own-limits.ts';
import { openRoutine } from '../session/routine.ts';
import { tellsOfSymptom } from '../session/screening.ts';
import { limitsText } from '../ui/session-words.ts';
import { chooseLimits } from './choose-limits.ts';
import type { DataFlags } from './data-options.ts';
import { DoorError, exitCode } from './door-error.ts';
import { bpmFrom } from './environment.ts';
import type { Io } from './io.ts';
import { jsonLine } from './log-json.ts';
import { profileFor } from './profile.ts';
import { storedPractices } from './stored-practices.ts';
import { localNow } from './today.ts';

const morningsWithinDays = 30;
/** What `usual` was called once; scripts may say it still. */
const usualBefore = 'source';

/** `profile limits`: those that stand and where they come from, and what is offered; `accept` and `usual` take one. */
export async function profileLimits(
  io: Io,
  take: string | undefined,
  flags: DataFlags,
): Promise<number> {
  const isUsual = take === 'usual' || take === usualBefore;
  if (take !== undefined && take !== 'accept' && !isUsual) {
    throw new DoorError(
      `${JSON.stringify(take)} is no choice; say accept for what is offered, or usual for 90 and 100.`,
    );
  }
  const { store, directory } = await profileFor(io, flags, take !== undefined);
  const { day, date } = localNow();
  const practices = await storedPractices(io, directory, { sinceDay: day - morningsWithinDays });
  const offer = offerFor(store.read(), practices, { day, date });
  if (take === 'accept') {
    if ('none' in offer) throw new DoorError(`There is nothing to accept. ${offer.none}`);
    const { cautionBpm, limitBpm, because } = offer;
    await store.change((profile) => ({ ...profile, cautionBpm, limitBpm, limitsBecause: because }));
  }
  if (isUsual) {
    await store.change(({ cautionBpm: _c, limitBpm: _l, limitsBecause: _b, ...rest }) => ({
      ...rest,
      schemaVersion: 1,
    }));
  }
  show(io, store.read(), offer, flags);
  return exitCode.ok;
}

function offerFor(
  profile: Profile,
  practices: readonly Practice[],
  today: { readonly day: number; readonly date: string },
): LimitsOffer {
  const { screened, birthYear } = profile;
  const named = screened?.date === today.date && tellsOfSymptom(screened.answers);
  const felt = practices.some(({ day, hasDiscomfort }) => day === today.day && hasDiscomfort);
  return offeredLimits({
    ...profile,
    morningsBpm: morningsBpm(practices, today.day),
    ageYears: birthYear === undefined ? undefined : Number(today.date.slice(0, 4)) - birthYear,
    symptomToday: named || felt,
  });
}

function show(io: Io, profile: Profile, offer: LimitsOffer, flags: DataFlags): void {
  const limits = chooseLimits({
    flag: {},
    environment: {
      cautionBpm: bpmFrom(io.env, 'PULSEPACE_CAUTION'),
      limitBpm: bpmFrom(io.env, 'PULSEPACE_LIMIT'),
    },
    profile,
    routine: openRoutine,
  });
  if (flags.json === true) {
    const because = profile.limitsBecause ?? null;
    io.stdout.write(jsonLine({ schema: 'pulsepace/limits/1', limits, because, offer }));
    return;
  }
  const lines = [
    limitsText(limits),
    ...(profile.limitsBecause === undefined ? [] : [profile.limitsBecause]),
  ];
  io.stdout.write(`${[...lines, ...offerLines(profile, offer)].join('\n')}\n`);
}

function offerLines(profile: Profile, offer: LimitsOffer): string[] {
  if ('none' in offer) return [offer.none];
  const { cautionBpm, limitBpm, because, warning } = offer;
  if (profile.cautionBpm === cautionBpm && profile.limitBpm === limitBpm) return [];
  return [
    `Offered: caution ${cautionBpm} · limit ${limitBpm}. ${because}`,
    ...(warning === undefined ? [] : [warning]),
    'Take it with: pulsepace profile limits accept',
  ];
}
