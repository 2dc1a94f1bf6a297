import { findSession } from '../journal/find-session.ts';
import { readJournal } from '../journal/read-journal.ts';
import type { Person } from '../review/load/person.ts';
import { dateOf, localMoment } from '../review/local-day.ts';
import { sessionReport } from '../review/report/session-report.ts';
import { weeksReport } from '../review/report/weeks-report.ts';
import { usualRestingBpm } from '../review/trends.ts';
import type { SessionHeader } from '../session/header.ts';
import { ownRoutinesFolder } from './config-directory.ts';
import { exitCode } from './door-error.ts';
import type { Io } from './io.ts';
import { personOf } from './person-of.ts';
import { profileFor } from './profile.ts';
import { deliver, type ReportFlags, refuseExisting } from './report-file.ts';
import { routineNames } from './routine-names.ts';
import { sessionCatalogue } from './session-catalogue.ts';
import { localNow } from './today.ts';
import { version } from './version.ts';

/**
 * `report [SESSION]`: one session as one HTML file. Returns the exit code: 5 where lines of the journal are damaged,
 * which the report says too. Throws where there is no such session, or the file is there already.
 */
export async function reportSession(
  io: Io,
  session: string | undefined,
  flags: ReportFlags,
): Promise<number> {
  const { store, directory } = await profileFor(io, flags);
  const { path, header } = findSession(directory, session);
  const out = flags.out ?? nameOf(header);
  refuseExisting(out, flags);
  const { facts, damage } = readJournal(path);
  const known = personOf(store.read(), header.startedAt);
  const person = { ...known, ...(await usualRest(io, directory, known)) };
  const stored = { header, facts, damagedLines: damage.length, person };
  const page = sessionReport(stored, appName());
  await deliver(io, page, out);
  return damage.length === 0 ? exitCode.ok : exitCode.damaged;
}

/**
 * `report --weeks N`: the last weeks, the present one included, as one HTML file. Returns the exit code: 5 where a
 * session cannot be read, which the report says too.
 */
export async function reportWeeks(io: Io, weeks: number, flags: ReportFlags): Promise<number> {
  const { store, directory } = await profileFor(io, flags);
  const now = localNow();
  const out = flags.out ?? `pulsepace-${now.date}-${weeks}-weeks.html`;
  refuseExisting(out, flags);
  const { sessions, unreadable } = await sessionCatalogue(io, directory);
  const profile = store.read();
  const asked = {
    sessions: sessions.map(({ figures }) => figures),
    plans: profile.plans ?? [],
    names: routineNames(ownRoutinesFolder(io.env)),
    person: personOf(profile, now.date),
    today: now.day,
    weeks,
  };
  await deliver(io, weeksReport(asked, unreadable.length, appName()), out);
  return unreadable.length === 0 ? exitCode.ok : exitCode.damaged;
}

/** The pulse of the mornings, as `trends` takes it where the profile has none; only Banister's load asks for it. */
async function usualRest(
  io: Io,
  directory: string,
  { sex, restingBpm }: Person,
): Promise<Pick<Person, 'restingBpm' | 'isRestingOfMornings'>> {
  if (sex === undefined || restingBpm !== undefined) return {};
  const { sessions } = await sessionCatalogue(io, directory);
  const figures = sessions.map((session) => session.figures);
  const usualBpm = usualRestingBpm(figures, localNow().day);
  return usualBpm === undefined ? {} : { restingBpm: usualBpm, isRestingOfMornings: true };
}

/** `pulsepace-2026-11-24-heart.html`: of characters that every file system takes. */
function nameOf({ startedAt, utcOffsetMinutes, routine }: SessionHeader): string {
  const date = dateOf(localMoment(startedAt, utcOffsetMinutes).day);
  return `pulsepace-${date}-${routine.id}.html`;
}

const appName = (): string => `pulsepace ${version()}`;
