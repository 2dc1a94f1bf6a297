import {
  asyncScheduler,
  type SchedulerAction,
  type SchedulerLike,
  VirtualTimeScheduler,
} from 'rxjs';

/** The one clock of a session: source, ticks and stamps share its scheduler. */
export type Clock = {
  readonly scheduler: SchedulerLike;
  /** How often to look whether something fell due, in session time. */
  readonly tickMs: number;
  /** The wall clock in ms, where real time passes. */
  readonly wallNow?: () => number;
  readonly run: () => void;
  readonly stop: () => void;
};

const lookEveryMs = 250;
const longestLookMs = 1000;
const stepEveryMs = 10;
const nothing = (): void => undefined;

const monotonic: SchedulerLike = {
  now: () => performance.now(),
  schedule<T>(work: (this: SchedulerAction<T>, state?: T) => void, delayMs?: number, state?: T) {
    return asyncScheduler.schedule(work, delayMs, state);
  },
};

/** Real time, on the monotonic clock. */
export const realClock = (): Clock => ({
  scheduler: monotonic,
  tickMs: lookEveryMs,
  wallNow: () => Date.now(),
  run: nothing,
  stop: nothing,
});

/** Simulated time, all at once: everything that is scheduled happens in its order, as soon as `run` is called. */
export function simulatedClock(): Clock {
  const scheduler = new VirtualTimeScheduler();
  return { scheduler, tickMs: longestLookMs, run: () => scheduler.flush(), stop: nothing };
}

/**
 * Simulated time that keeps pace with real time, `speed` times as fast. Everything happens at the moment it is due,
 * however late the machine is, so that a session has the same facts at every speed.
 */
export function scaledClock(speed: number): Clock {
  const scheduler = new VirtualTimeScheduler();
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    scheduler,
    tickMs: Math.min(longestLookMs, lookEveryMs * speed),
    run: () => {
      const startMs = performance.now();
      timer = setInterval(() => {
        scheduler.maxFrames = (performance.now() - startMs) * speed;
        scheduler.flush();
      }, stepEveryMs);
    },
    stop: () => clearInterval(timer),
  };
}
