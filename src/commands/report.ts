import { dataDirectoryPath } from '../journal/data-directory.ts';
import { findSession } from '../journal/find-session.ts';
import { readJournal } from '../journal/read-journal.ts';
import type { Person } from '../review/load/person.ts';
import { dateOf, localMoment } from '../review/local-day.ts';
import { sessionReport } from '../review/report/session-report.ts';
import type { SessionHeader } from '../session/header.ts';
import { exitCode } from './door-error.ts';
import type { Io } from './io.ts';
import { profileFor } from './profile.ts';
import { deliver, type ReportFlags, refuseExisting } from './report-file.ts';
import { version } from './version.ts';
import { whereFor } from './where-for.ts';

/**
 * `report [SESSION]`: one session as one HTML file. Returns the exit code: 5 where lines of the journal are damaged,
 * which the report says too. Throws where there is no such session, or the file is there already.
 */
export async function reportSession(
  io: Io,
  session: string | undefined,
  flags: ReportFlags,
): Promise<number> {
  const { path, header } = findSession(dataDirectoryPath(whereFor(io, flags)), session);
  const out = flags.out ?? nameOf(header);
  refuseExisting(out, flags);
  const { facts, damage } = readJournal(path);
  const person = await personOf(io, flags, header.startedAt);
  const stored = { header, facts, damagedLines: damage.length, person };
  const page = sessionReport(stored, appName());
  await deliver(io, page, out);
  return damage.length === 0 ? exitCode.ok : exitCode.damaged;
}

/** `pulsepace-2026-11-24-heart.html`: of characters that every file system takes. */
function nameOf({ startedAt, utcOffsetMinutes, routine }: SessionHeader): string {
  const date = dateOf(localMoment(startedAt, utcOffsetMinutes).day);
  return `pulsepace-${date}-${routine.id}.html`;
}

/** What the profile knows; the age is that of the session's year. */
async function personOf(io: Io, flags: ReportFlags, startedAt: string): Promise<Person> {
  const { birthYear, highestBpm } = (await profileFor(io, flags)).store.read();
  return {
    ...(highestBpm !== undefined && { highestBpm }),
    ...(birthYear !== undefined && { ageYears: Number(startedAt.slice(0, 4)) - birthYear }),
  };
}

const appName = (): string => `pulsepace ${version()}`;
