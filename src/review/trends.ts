import type { PracticePlan } from '../session/practice-plan.ts';
import { median } from './hrv/quantile.ts';
import { highestPulse } from './load/highest-pulse.ts';
import type { Person } from './load/person.ts';
import { dateOf } from './local-day.ts';
import { mornings } from './mornings.ts';
import { isRealHeart } from './real-heart.ts';
import { type Regularity, regularityOf } from './regularity.ts';
import { idsInWords, type RoutineNames } from './routine-names.ts';
import type { SessionFigures } from './session-figures.ts';
import { type ExerciseTrend, exerciseTrends } from './trends/exercise-trends.ts';
import { type LoadTrend, loadTrend } from './trends/load-trend.ts';
import { type RecoveryTrend, recoveryTrends } from './trends/recovery-trends.ts';
import { type VariabilityTrend, variabilityTrend } from './trends/variability-trend.ts';
import { mondaysOf, type WeekFigure, weekFigures } from './trends/week-figure.ts';
import type { Unavailable } from './unavailable.ts';

const trendsSchema = 'pulsepace/trends/1';

/** Weeks of a person; every figure with how many values it is made of. As JSON it is what `trends --json` prints. */
export type Trends = {
  readonly schema: typeof trendsSchema;
  /** Local dates; the first is a Monday. */
  readonly from: string;
  readonly to: string;
  readonly weeks: number;
  /** Sessions of these weeks: those that count, and those of a simulator, a replay or no sensor, which do not. */
  readonly sessions: { readonly counted: number; readonly leftOut: number };
  /** Mean of the mornings of a week; 7 would be all of them. */
  readonly restingBpm: readonly WeekFigure[];
  readonly rmssd: VariabilityTrend | Unavailable;
  readonly exercises: readonly ExerciseTrend[];
  readonly recovery: readonly RecoveryTrend[];
  readonly load: LoadTrend | Unavailable;
  /** Days of these weeks, from `from` on, with how many sessions of a minute of exercise or more each. */
  readonly days: readonly number[];
  /** Of each plan, these weeks. */
  readonly regularity: readonly (Regularity & { readonly routineName: string })[];
};

export type TrendsAsked = {
  /** A local day. */
  readonly today: number;
  readonly weeks: number;
  readonly person: Person;
  readonly plans: readonly PracticePlan[];
  /** Where absent, ids stand for the names. */
  readonly names?: RoutineNames;
};

const leastExerciseMs = 60_000;

/** The trends of sessions in any order; only hearts that are somebody's count. */
export function trendsOf(
  all: readonly SessionFigures[],
  { today, weeks, person, plans, names = idsInWords }: TrendsAsked,
): Trends {
  const mondays = mondaysOf(today, weeks);
  const [first = today] = mondays;
  const real = all.filter((each) => isRealUntil(each, today));
  const shown = all.filter(({ day }) => day >= first && day <= today);
  const counted = real.filter(({ day }) => day >= first);
  const measured = mornings(real);
  const resting = person.restingBpm ?? usualRestingBpm(all, today);
  const highest = highestPulse(person.highestBpm, person.ageYears);
  return {
    schema: trendsSchema,
    from: dateOf(first),
    to: dateOf(today),
    weeks,
    sessions: { counted: counted.length, leftOut: shown.length - counted.length },
    restingBpm: weekFigures(
      mondays,
      measured.map(({ day, restingBpm }) => ({ day, value: restingBpm })),
    ),
    rmssd:
      person.irregularRhythm === true
        ? { unavailable: 'with an irregular rhythm or a pacemaker it says nothing' }
        : variabilityTrend(measured, mondays, today),
    exercises: exerciseTrends(counted, mondays, names),
    recovery: recoveryTrends(counted, mondays, names),
    load: loadTrend(real, mondays, today, {
      ...person,
      ...(resting !== undefined && { restingBpm: resting }),
      ...(highest !== undefined && { highestBpm: highest.bpm }),
    }),
    days: Array.from(
      { length: today - first + 1 },
      (_, index) => counted.filter((each) => each.day === first + index && isExercise(each)).length,
    ),
    regularity: plans.map((plan) => ({
      ...regularityOf(plan, real, today, weeks),
      routineName: names.routine(plan.routineId),
    })),
  };
}

const isExercise = ({ exerciseMs }: SessionFigures): boolean => exerciseMs >= leastExerciseMs;

/** The median of the last mornings up to today, 30 at most; undefined where there is none. */
export function usualRestingBpm(all: readonly SessionFigures[], today: number): number | undefined {
  const measured = mornings(all.filter((each) => isRealUntil(each, today)));
  if (measured.length === 0) return undefined;
  return median(measured.slice(-30).map(({ restingBpm }) => restingBpm));
}

const isRealUntil = (figures: SessionFigures, today: number): boolean =>
  figures.day <= today && isRealHeart(figures);
