import type { SchedulerLike, Unsubscribable } from 'rxjs';

/** Does the work after the turn of the event loop that asks for it, unless it is unsubscribed before. */
export type Soon = (work: () => void) => Unsubscribable;

/** In the very next turn: a timer of 0 ms would wait for a whole one, which is longer than most disks take. */
export const inNextTurn: Soon = (work) => {
  const immediate = setImmediate(work);
  return { unsubscribe: () => clearImmediate(immediate) };
};

/** As soon as a scheduler has it, which may be one of virtual time. */
export const soonBy =
  (scheduler: SchedulerLike): Soon =>
  (work) =>
    scheduler.schedule(work);
