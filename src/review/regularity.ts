import type { PartOfDay, PracticePlan } from '../session/practice-plan.ts';
import { dateOf, dayOf, type LocalMoment, mondayOf, weekdayOf } from './local-day.ts';
import type { Practice } from './practice.ts';
import { isRealHeart } from './real-heart.ts';

/** A routine that waits to be done today, and since which part of the day. */
export type Due = { readonly routineId: string; readonly part: PartOfDay };

type PlannedDay = {
  /** Local, `2026-11-22`. */
  readonly date: string;
  readonly planned: number;
  readonly done: number;
};

/** A week from its Monday; `kept` is unknown while it is still running. */
type PlannedWeek = {
  readonly monday: string;
  readonly days: readonly PlannedDay[];
  readonly planned: number;
  readonly done: number;
  readonly kept?: boolean;
};

export type Regularity = {
  readonly routineId: string;
  /** The last weeks, eight where no other number was asked for, oldest first; the present one is the last. */
  readonly weeks: readonly PlannedWeek[];
  /** Weeks in a row in which the plan was kept; a week still running breaks nothing. */
  readonly weeksKept: number;
};

const shownWeeks = 8;
const daysAWeek = 7;
const leastExerciseMs = 60_000;
const beginMinute: Record<PartOfDay, number> = { morning: 0, day: 10 * 60, evening: 17 * 60 };

/** Of what is planned today, what its part of the day is here for and has not been done; what has passed is let go. */
export function dueNow(
  plans: readonly PracticePlan[],
  practices: readonly Practice[],
  now: LocalMoment,
): Due[] {
  return plans.flatMap((plan) => {
    const parts = partsOn(plan, now.day).filter((part) => beginMinute[part] <= now.minute);
    const part = parts.at(-1);
    if (part === undefined) return [];
    const today = doneOf(plan, practices).filter(({ day }) => day === now.day);
    const isDone =
      today.length >= parts.length || today.some(({ minute }) => minute >= beginMinute[part]);
    return isDone ? [] : [{ routineId: plan.routineId, part }];
  });
}

/** How regularly a plan was kept, up to today (a local day). */
export function regularityOf(
  plan: PracticePlan,
  practices: readonly Practice[],
  today: number,
  shown = shownWeeks,
): Regularity {
  const done = doneOf(plan, practices);
  const thisMonday = mondayOf(today);
  const weekAgo = (weeks: number): PlannedWeek =>
    weekOf(plan, done, thisMonday - weeks * daysAWeek, today);
  return {
    routineId: plan.routineId,
    weeks: Array.from({ length: shown }, (_, index) => weekAgo(shown - 1 - index)),
    weeksKept: keptInARow(weekAgo),
  };
}

/** What counts: a minute of exercise or more, of a heart that is somebody's. */
const doneOf = ({ routineId }: PracticePlan, practices: readonly Practice[]): readonly Practice[] =>
  practices.filter(
    (each) =>
      each.routineId === routineId && isRealHeart(each) && each.exerciseMs >= leastExerciseMs,
  );

function partsOn(plan: PracticePlan, day: number): PartOfDay[] {
  if (day < dayOf(plan.since) || !plan.days.includes(weekdayOf(day))) return [];
  return [...new Set(plan.times)].sort((a, b) => beginMinute[a] - beginMinute[b]);
}

/** A day counts at most as often as the plan has parts of a day, so that one day cannot stand for a week. */
function weekOf(
  plan: PracticePlan,
  done: readonly Practice[],
  monday: number,
  today: number,
): PlannedWeek {
  const days = Array.from({ length: daysAWeek }, (_, index) => {
    const day = monday + index;
    const count = done.filter((each) => each.day === day).length;
    return { date: dateOf(day), planned: partsOn(plan, day).length, done: count };
  });
  const planned = days.reduce((sum, each) => sum + each.planned, 0);
  const most = new Set(plan.times).size;
  const counted = days.reduce((sum, each) => sum + Math.min(each.done, most), 0);
  const isOver = monday + daysAWeek <= today;
  return {
    monday: dateOf(monday),
    days,
    planned,
    done: days.reduce((sum, each) => sum + each.done, 0),
    ...((isOver || (planned > 0 && counted >= planned)) && {
      kept: planned > 0 && counted >= planned,
    }),
  };
}

/** Before its plan a week had nothing to keep, so the run ends there. */
function keptInARow(weekAgo: (weeks: number) => PlannedWeek): number {
  let kept = weekAgo(0).kept === true ? 1 : 0;
  for (let weeks = 1; weekAgo(weeks).kept === true; weeks += 1) kept += 1;
  return kept;
}
