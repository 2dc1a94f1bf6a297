import type { RoutineNames } from '../routine-names.ts';
import type { SessionFigures } from '../session-figures.ts';
import { grouped } from './grouped.ts';
import { type Dated, type WeekFigure, weekFigures } from './week-figure.ts';

/** The average pulse in one exercise of one routine, week by week, over sessions in which it was done to its end. */
export type ExerciseTrend = {
  readonly routineId: string;
  readonly routineName: string;
  readonly stepId: string;
  readonly stepName: string;
  readonly weeks: readonly WeekFigure[];
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
      stepIdsOf(own).map((stepId) => ({
        routineId,
        routineName: names.routine(routineId),
        stepId,
        stepName: names.step(routineId, stepId),
        weeks: weekFigures(mondays, own.flatMap(pulseIn(stepId))),
      })),
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

const pulseIn =
  (stepId: string) =>
  ({ day, steps }: SessionFigures): Dated[] => {
    const step = steps.find((each) => each.stepId === stepId);
    return step?.averageBpm === undefined || !step.isDone ? [] : [{ day, value: step.averageBpm }];
  };
