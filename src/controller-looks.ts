import { Observable, type SchedulerLike, type Subscription } from 'rxjs';

/** When to look at a session though nothing came in. */
export type Looks = {
  readonly look$: Observable<void>;
  /** What falls due next, in ms of the scheduler; undefined where nothing does. */
  readonly expect: (dueMs: number | undefined) => void;
};

/** Looks at once, every `everyMs` after, and the moment something falls due. */
export function looks(scheduler: SchedulerLike, everyMs: number): Looks {
  let expect: Looks['expect'] = () => undefined;
  const look$ = new Observable<void>((subscriber) => {
    let expectedMs: number | undefined;
    let due: Subscription | undefined;
    let next: Subscription | undefined;
    expect = (dueMs) => {
      if (dueMs === expectedMs || subscriber.closed) return;
      expectedMs = dueMs;
      due?.unsubscribe();
      if (dueMs === undefined) return;
      due = scheduler.schedule(
        () => {
          // Node's timers may come a little early: then it is still to be expected.
          if (scheduler.now() < dueMs) expectedMs = undefined;
          subscriber.next();
        },
        Math.max(0, dueMs - scheduler.now()),
      );
    };
    // From when it was due, so that lateness never adds up; what a long stop has missed is not made up for.
    const lookAt = (atMs: number): void => {
      const delayMs = Math.max(0, atMs - scheduler.now());
      next = scheduler.schedule(() => {
        subscriber.next();
        if (!subscriber.closed) lookAt(Math.max(atMs, scheduler.now() - everyMs) + everyMs);
      }, delayMs);
    };
    subscriber.next();
    if (!subscriber.closed) lookAt(scheduler.now() + everyMs);
    return () => {
      due?.unsubscribe();
      next?.unsubscribe();
    };
  });
  return { look$, expect: (dueMs) => expect(dueMs) };
}
