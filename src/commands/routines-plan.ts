import { findRoutine } from '../library/library.ts';
import { type PartOfDay, type PracticePlan, practicePlanSchema } from '../session/practice-plan.ts';
import { type Weekday, weekdays } from '../session/weekday.ts';
import { ownRoutinesFolder } from './config-directory.ts';
import type { DataFlags } from './data-options.ts';
import { DoorError, exitCode } from './door-error.ts';
import type { Io } from './io.ts';
import { profileFor } from './profile.ts';
import { localNow } from './today.ts';

const parts: readonly PartOfDay[] = ['morning', 'day', 'evening'];

/** `routines plan`: when a routine is to be done; `off` ends its plan. Returns the exit code. */
export async function planRoutine(
  io: Io,
  planned: { readonly routine: string; readonly times: string; readonly days?: string },
  flags: DataFlags,
): Promise<number> {
  const { id } = findRoutine(planned.routine, ownRoutinesFolder(io.env));
  const plan = planned.times === 'off' ? undefined : planFrom(id, planned);
  const { store } = await profileFor(io, flags, true);
  await store.change((profile) => {
    const others = (profile.plans ?? []).filter(({ routineId }) => routineId !== id);
    return { ...profile, plans: plan === undefined ? others : [...others, plan] };
  });
  io.stderr.write(
    plan === undefined
      ? `${id} is not planned any more.\n`
      : `${id}: ${plan.times.join(', ')} on ${plan.days.join(', ')}; pulsepace routines due shows what is due.\n`,
  );
  return exitCode.ok;
}

function planFrom(
  routineId: string,
  { times, days = 'daily' }: { readonly times: string; readonly days?: string },
): PracticePlan {
  return practicePlanSchema.parse({
    routineId,
    times: chosen(times, parts),
    days: days === 'daily' ? [...weekdays] : chosen<Weekday>(days, weekdays),
    since: localNow().date,
  });
}

/** Words of a list, in the list's order, each once. Throws a DoorError for any other. */
function chosen<T extends string>(text: string, all: readonly T[]): T[] {
  const words = text
    .toLowerCase()
    .split(',')
    .map((word) => word.trim());
  const unknown = words.find((word) => !all.some((each) => each === word));
  if (unknown === undefined) return all.filter((each) => words.includes(each));
  throw new DoorError(
    `${JSON.stringify(unknown)} is none of ${all.join(', ')}; name them with commas, as in pulsepace routines plan heart morning,evening mon,wed,fri.`,
  );
}
