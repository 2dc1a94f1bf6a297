import type { Profile } from '../journal/profile-schema.ts';
import { mondayOf } from '../review/local-day.ts';
import { dueNow, regularityOf } from '../review/regularity.ts';
import { storedPractices } from './stored-practices.ts';
import { localNow } from './today.ts';
import type { Stderr } from './work-progress.ts';

const lookBackDays = 53 * 7;

/** What is planned, what of it is due now, and how regularly it was done. */
export async function plansNow(
  io: { readonly stderr: Stderr },
  { plans = [] }: Profile,
  directory: string,
) {
  const now = localNow();
  const since = mondayOf(now.day) - lookBackDays;
  const practices =
    plans.length === 0 ? [] : await storedPractices(io, directory, { sinceDay: since });
  return {
    now,
    plans,
    due: dueNow(plans, practices, now),
    regularity: plans.map((plan) => regularityOf(plan, practices, now.day)),
  };
}
