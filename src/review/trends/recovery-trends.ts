import type { RoutineNames } from '../routine-names.ts';
import type { Fall, SessionFigures } from '../session-figures.ts';
import { grouped } from './grouped.ts';
import { type Dated, type WeekFigure, weekFigures } from './week-figure.ts';

/** How far the pulse fell in 60 s after the same exercise of the same routine; other conditions do not compare. */
export type RecoveryTrend = {
  readonly routineId: string;
  readonly routineName: string;
  readonly afterStepId: string;
  readonly afterStepName: string;
  readonly hrr60: readonly WeekFigure[];
  /** The pulse it fell from. */
  readonly endBpm: readonly WeekFigure[];
};

const leastSessions = 2;

/** The conditions met at least twice in these weeks, the most met first. */
export function recoveryTrends(
  sessions: readonly SessionFigures[],
  mondays: readonly number[],
  names: RoutineNames,
): RecoveryTrend[] {
  const [first = 0] = mondays;
  const falls = sessions.flatMap(({ day, routineId, fall }) =>
    day < first || fall?.hrr60Bpm === undefined ? [] : [{ day, routineId, fall }],
  );
  return [...grouped(falls, ({ routineId, fall }) => `${routineId} ${fall.afterStepId}`).values()]
    .filter(({ length }) => length >= leastSessions)
    .sort((a, b) => b.length - a.length)
    .flatMap((group) => {
      const [one] = group;
      return one === undefined ? [] : [trendOf(one.routineId, one.fall.afterStepId, group)];
    });

  function trendOf(
    routineId: string,
    afterStepId: string,
    group: readonly { readonly day: number; readonly fall: Fall }[],
  ): RecoveryTrend {
    const of = (value: (fall: Fall) => number | undefined): WeekFigure[] =>
      weekFigures(
        mondays,
        group.flatMap(({ day, fall }): Dated[] => {
          const known = value(fall);
          return known === undefined ? [] : [{ day, value: known }];
        }),
      );
    return {
      routineId,
      routineName: names.routine(routineId),
      afterStepId,
      afterStepName: names.step(routineId, afterStepId),
      hrr60: of(({ hrr60Bpm }) => hrr60Bpm),
      endBpm: of(({ endBpm }) => endBpm),
    };
  }
}
