import type { Profile } from '../journal/profile-schema.ts';
import { type Progression, progressionOf } from '../review/progression.ts';
import type { Up } from '../review/up-offers.ts';
import type { Routine } from '../session/routine.ts';
import { storedPractices } from './stored-practices.ts';
import { localNow } from './today.ts';
import type { Stderr } from './work-progress.ts';

const enoughSessions = 40;

/** Where a person stands in a routine, from the journals of a data directory and what they said yes to. */
export async function standingFor(
  io: { readonly stderr: Stderr },
  directory: string,
  profile: Profile,
  routine: Routine,
): Promise<Progression> {
  const accepted = profile.standings?.find(({ routineId }) => routineId === routine.id);
  const practices = await storedPractices(io, directory, {
    routineId: routine.id,
    most: enoughSessions,
  });
  return progressionOf(routine, practices, accepted, localNow().day);
}

/** The profile with a yes in it; the one before for that routine is gone. */
export function withYes(profile: Profile, routine: Routine, { standing }: Up, at: Date): Profile {
  const yes = { ...standing, routineId: routine.id, acceptedAt: at.toISOString() };
  return { ...profile, standings: [...others(profile.standings, routine), yes] };
}

/** The profile with a no in it, of a local date; the one before for that routine is gone. */
export function withNo(profile: Profile, routine: Routine, refusedOn: string): Profile {
  const no = { routineId: routine.id, refusedOn };
  return { ...profile, refusals: [...others(profile.refusals, routine), no] };
}

const others = <T extends { readonly routineId: string }>(
  all: readonly T[] | undefined,
  { id }: Routine,
): T[] => (all ?? []).filter(({ routineId }) => routineId !== id);
