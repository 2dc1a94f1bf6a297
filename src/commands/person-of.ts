import type { Profile } from '../journal/profile-schema.ts';
import type { Person } from '../review/load/person.ts';

/** What a profile knows of a person; what it does not know is absent. The age is that of the year of `date`, ISO 8601. */
export const personOf = (
  { sex, birthYear, weightKg, restingBpm, highestBpm, betaBlockers, irregularRhythm }: Profile,
  date: string,
): Person => ({
  ...(sex !== undefined && { sex }),
  ...(birthYear !== undefined && { ageYears: Number(date.slice(0, 4)) - birthYear }),
  ...(weightKg !== undefined && { weightKg }),
  ...(restingBpm !== undefined && { restingBpm }),
  ...(highestBpm !== undefined && { highestBpm }),
  ...(betaBlockers !== undefined && { betaBlockers }),
  ...(irregularRhythm !== undefined && { irregularRhythm }),
});
