import {
  asyncScheduler,
  concat,
  distinctUntilChanged,
  map,
  type Observable,
  of,
  type SchedulerLike,
  startWith,
  switchMap,
  timer,
} from 'rxjs';
import type { Deadlines } from './deadlines.ts';
import { LinkFailure } from './link-failure.ts';

/**
 * Says why nothing is heard, or undefined while packets come; fails when it lasts for `forceMs`, or when the first
 * packet takes longer than `firstDataMs`.
 */
export function silence(
  packets$: Observable<unknown>,
  deadlines: Deadlines,
  scheduler: SchedulerLike = asyncScheduler,
): Observable<string | undefined> {
  const { silenceMs, forceMs, firstDataMs } = deadlines;
  const after = (ms: number) => timer(ms, scheduler);
  const giveUp = (): never => {
    throw new LinkFailure('the strap is connected but sends no pulse', { freshDriver: true });
  };
  const seconds = Math.round(silenceMs / 1000);
  const words = `nothing heard from the strap for ${seconds} s`;
  return packets$.pipe(
    map(() => true),
    startWith(false),
    switchMap((heard) => {
      if (!heard) return concat(of(undefined), after(firstDataMs).pipe(map(giveUp)));
      const lost$ = after(silenceMs).pipe(map(() => words));
      return concat(of(undefined), lost$, after(forceMs - silenceMs).pipe(map(giveUp)));
    }),
    distinctUntilChanged(),
  );
}
