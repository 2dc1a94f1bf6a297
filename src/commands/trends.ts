import { trendsOf } from '../review/trends.ts';
import { ownRoutinesFolder } from './config-directory.ts';
import type { DataFlags } from './data-options.ts';
import { exitCode } from './door-error.ts';
import { drawingFor } from './drawing.ts';
import type { Io } from './io.ts';
import { jsonLine } from './log-json.ts';
import { personOf } from './person-of.ts';
import { profileFor } from './profile.ts';
import { routineNames } from './routine-names.ts';
import { sessionCatalogue } from './session-catalogue.ts';
import { localNow } from './today.ts';
import { renderTrends } from './trends-text.ts';
import { visible } from './visible.ts';

export type TrendsFlags = DataFlags & { readonly weeks?: number };

const usualWeeks = 12;

/** `trends`: the weeks of a person, drawn or as JSON. Returns the exit code: 5 where a journal cannot be read. */
export async function trends(io: Io, flags: TrendsFlags): Promise<number> {
  const { store, directory } = await profileFor(io, flags);
  const { sessions, unreadable } = await sessionCatalogue(io, directory);
  const profile = store.read();
  const { day, date } = localNow();
  const found = trendsOf(
    sessions.map(({ figures }) => figures),
    {
      today: day,
      weeks: flags.weeks ?? usualWeeks,
      person: personOf(profile, date),
      plans: profile.plans ?? [],
      names: routineNames(ownRoutinesFolder(io.env)),
    },
  );
  if (flags.json === true) io.stdout.write(jsonLine(found));
  else io.stdout.write(renderTrends(found, drawingFor(io)));
  for (const { reason } of unreadable) io.stderr.write(`${visible(reason)}\n`);
  return unreadable.length === 0 ? exitCode.ok : exitCode.damaged;
}
