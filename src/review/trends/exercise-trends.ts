import { dateOf } from '../local-day.ts';
import { tenths } from '../rounded.ts';
import type { RoutineNames } from '../routine-names.ts';
import type { SessionFigures } from '../session-figures.ts';
import { grouped } from './grouped.ts';
import type { WeekFigure } from './week-figure.ts';

/** A mean that each second of a known pulse weighs in, and how much of the laps' time that was. */
type ExerciseWeek = WeekFigure & { readonly knownPercent?: number };

/** The average pulse in one exercise of one routine, week by week, over sessions in which it was done to its end. */
export type ExerciseTrend = {
  readonly routineId: string;
  readonly routineName: string;
  readonly stepId: string;
  readonly stepName: string;
  readonly weeks: readonly ExerciseWeek[];
  /** For how much of the laps' time the pulse was known, over all these weeks; absent where none was done. */
  readonly knownPercent?: number;
};

/** Of every routine done in these weeks, the most done first, its exercises in their order. */
export function exerciseTrends(
  sessions: readonly SessionFigures[],
  mondays: readonly number[],
  names: RoutineNames,
): ExerciseTrend[] {
  const [first = 0] = mondays;
  const shown = sessions.filter(({ day, steps }) => day >= first && steps.length > 0);
  const routines = [...grouped(shown, ({ routineId }) => routineId)];
  return routines
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([routineId, own]) =>
      stepIdsOf(own).map((stepId) => {
        const laps = own.flatMap(doneIn(stepId));
        return {
          routineId,
          routineName: names.routine(routineId),
          stepId,
          stepName: names.step(routineId, stepId),
          weeks: mondays.map((monday) => weekOf(monday, laps)),
          ...knownOf(laps),
        };
      }),
    );
}

/** As the newest session has them, and those that only older ones had after them. */
const stepIdsOf = (sessions: readonly SessionFigures[]): string[] => [
  ...new Set(
    [...sessions]
      .sort((a, b) => b.day - a.day)
      .flatMap(({ steps }) => steps.map(({ stepId }) => stepId)),
  ),
];

type DoneLap = {
  readonly day: number;
  readonly lapS: number;
  readonly knownS: number;
  readonly averageBpm: number;
};

const doneIn =
  (stepId: string) =>
  ({ day, steps }: SessionFigures): DoneLap[] => {
    const step = steps.find((each) => each.stepId === stepId);
    if (step === undefined || !step.isDone) return [];
    const { averageBpm, lapS = 0, knownS = 0 } = step;
    return [
      { day, lapS, averageBpm: averageBpm ?? 0, knownS: averageBpm === undefined ? 0 : knownS },
    ];
  };

function weekOf(monday: number, laps: readonly DoneLap[]): ExerciseWeek {
  const within = laps.filter(({ day }) => day >= monday && day < monday + 7);
  const knownS = sumOf(within, (lap) => lap.knownS);
  const value =
    knownS === 0
      ? { unavailable: 'nothing was measured' }
      : tenths(sumOf(within, (lap) => lap.averageBpm * lap.knownS) / knownS);
  const of = within.filter((lap) => lap.knownS > 0).length;
  return { monday: dateOf(monday), value, of, ...knownOf(within) };
}

function knownOf(laps: readonly DoneLap[]): { knownPercent?: number } {
  const lapS = sumOf(laps, (lap) => lap.lapS);
  return lapS === 0
    ? {}
    : { knownPercent: tenths((100 * sumOf(laps, (lap) => lap.knownS)) / lapS) };
}

const sumOf = (laps: readonly DoneLap[], of: (lap: DoneLap) => number): number =>
  laps.reduce((sum, lap) => sum + of(lap), 0);
