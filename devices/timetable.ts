import { type SchedulerLike, Subscription } from 'rxjs';

/**
 * Calls `step(dueMs)` at each moment it asks for, in ms since this call; `step` answers the next one, or undefined at
 * the end. Only the next moment is ever scheduled, and it is computed from the start, so lateness never adds up.
 */
export function followTimetable(
  scheduler: SchedulerLike,
  firstDueMs: number,
  step: (dueMs: number) => number | undefined,
): Subscription {
  const startedAt = scheduler.now();
  const timetable = new Subscription();
  let pending: Subscription | undefined;
  timetable.add(() => pending?.unsubscribe());

  // A fresh action each time: one that reschedules itself chains every successor to itself under virtual time.
  function scheduleAt(dueMs: number): void {
    const delayMs = Math.max(0, startedAt + dueMs - scheduler.now());
    pending = scheduler.schedule(() => {
      const nextDueMs = step(dueMs);
      if (nextDueMs !== undefined && !timetable.closed) scheduleAt(nextDueMs);
    }, delayMs);
  }

  scheduleAt(firstDueMs);
  return timetable;
}
