import type { PracticePlan } from '../../session/practice-plan.ts';
import { type HighestPulse, highestPulse } from '../load/highest-pulse.ts';
import type { Person } from '../load/person.ts';
import { isRealHeart } from '../real-heart.ts';
import type { RoutineNames } from '../routine-names.ts';
import type { SessionFigures } from '../session-figures.ts';
import { mondaysOf } from '../trends/week-figure.ts';
import { type Trends, trendsOf } from '../trends.ts';

export type WeeksAsked = {
  /** Every session there is, in any order. */
  readonly sessions: readonly SessionFigures[];
  readonly plans: readonly PracticePlan[];
  readonly person: Person;
  /** A local day, days since 1970-01-01. */
  readonly today: number;
  readonly weeks: number;
  /** Where absent, ids stand for the names. */
  readonly names?: RoutineNames;
};

/** Weeks of training, derived from the figures of sessions; only measured hearts are counted. */
export type WeekView = {
  readonly today: number;
  readonly mondays: readonly number[];
  /** The same day of a month comes twice in so many weeks: dates need their year. */
  readonly isOverAYear: boolean;
  /** All of the period, newest first, those of no real heart too. */
  readonly listed: readonly SessionFigures[];
  readonly real: readonly SessionFigures[];
  readonly trends: Trends;
  readonly highest?: HighestPulse;
};

export function weekView({ sessions, person, ...asked }: WeeksAsked): WeekView {
  const { today, weeks } = asked;
  const mondays = mondaysOf(today, weeks);
  const [first = today] = mondays;
  const listed = sessions
    .filter(({ day }) => day >= first && day <= today)
    .sort((a, b) => b.day - a.day || b.minute - a.minute);
  const highest = highestPulse(person.highestBpm, person.ageYears);
  return {
    today,
    mondays,
    isOverAYear: weeks > 52,
    listed,
    real: listed.filter(isRealHeart),
    trends: trendsOf(sessions, { ...asked, person }),
    ...(highest !== undefined && { highest }),
  };
}
