import {
  asyncScheduler,
  type SchedulerAction,
  type SchedulerLike,
  VirtualTimeScheduler,
} from 'rxjs';

/** The one clock of a session: source, ticks and stamps share its scheduler. */
export type Clock = {
  readonly scheduler: SchedulerLike;
  /** How often to look though nothing fell due, in session time. */
  readonly tickMs: number;
  /** The wall clock in ms, where real time passes. */
  readonly wallNow?: () => number;
  readonly run: () => void;
  readonly stop: () => void;
};

const lookEveryMs = 250;
const longestLookMs = 1000;
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

const sliceMs = 600_000;

/** Simulated time, as fast as it can be worked off; now and then the process may hear what else there is. */
export function simulatedClock(): Clock {
  const scheduler = new VirtualTimeScheduler();
  let isStopped = false;
  let reachedMs = 0;
  const run = (): void => {
    if (isStopped) return;
    reachedMs += sliceMs;
    scheduler.maxFrames = reachedMs;
    scheduler.flush();
    if (scheduler.actions.length > 0) setImmediate(run);
  };
  return {
    scheduler,
    tickMs: longestLookMs,
    run,
    stop: () => {
      isStopped = true;
    },
  };
}

const stepEveryMs = 10;
const longestStepMs = 1000;

/**
 * Simulated time that keeps pace with real time, `speed` times as fast. Everything happens at the moment it is due,
 * however late the machine is, so that a session has the same facts at every speed. While the process is suspended it stands.
 */
export function scaledClock(speed: number): Clock {
  const scheduler = new VirtualTimeScheduler();
  let timer: ReturnType<typeof setInterval> | undefined;
  let ranMs = 0;
  let steppedMs = 0;
  const step = (): void => {
    const nowMs = performance.now();
    ranMs += Math.min(nowMs - steppedMs, longestStepMs);
    steppedMs = nowMs;
    scheduler.maxFrames = ranMs * speed;
    scheduler.flush();
  };
  return {
    scheduler,
    tickMs: Math.min(longestLookMs, lookEveryMs * speed),
    run: () => {
      steppedMs = performance.now();
      timer = setInterval(step, stepEveryMs);
    },
    stop: () => clearInterval(timer),
  };
}
