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
  /** Milliseconds since the machine began, suspended ones counted, where real time passes. */
  readonly bootNow?: () => number;
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

/** Real time, on the monotonic clock; `bootNow` goes on where that one is suspended, and nobody can set it. */
export const realClock = (bootNow: () => number): Clock => ({
  scheduler: monotonic,
  tickMs: lookEveryMs,
  bootNow,
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

const shortestSleepMs = 10;
const longestSleepMs = 250;
const longestStepMs = 1000;

/**
 * Simulated time that keeps pace with real time, `speed` times as fast; it sleeps until something is due. Everything happens
 * at the moment it is due, however late the machine is, so that a session has the same facts at every speed. While the
 * process is suspended it stands.
 */
export function scaledClock(speed: number): Clock {
  const virtual = new VirtualTimeScheduler();
  let state: 'waiting' | 'asleep' | 'stepping' | 'stopped' = 'waiting';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ranMs = 0;
  let steppedMs = 0;
  const step = (): void => {
    const nowMs = performance.now();
    ranMs += Math.min(nowMs - steppedMs, longestStepMs);
    steppedMs = nowMs;
    virtual.maxFrames = ranMs * speed;
    state = 'stepping';
    try {
      virtual.flush();
    } finally {
      if (state === 'stepping') sleep();
    }
  };
  const sleep = (): void => {
    state = 'asleep';
    const dueMs = (virtual.actions[0]?.delay ?? Number.POSITIVE_INFINITY) / speed;
    const untilDueMs = Math.ceil(dueMs - ranMs - (performance.now() - steppedMs));
    clearTimeout(timer);
    timer = setTimeout(step, Math.min(Math.max(untilDueMs, shortestSleepMs), longestSleepMs));
  };
  return {
    scheduler: {
      now: () => virtual.now(),
      schedule<T>(
        work: (this: SchedulerAction<T>, given?: T) => void,
        delayMs?: number,
        given?: T,
      ) {
        const action = virtual.schedule(work, delayMs, given);
        if (state === 'asleep') sleep();
        return action;
      },
    },
    tickMs: Math.min(longestLookMs, lookEveryMs * speed),
    run: () => {
      if (state !== 'waiting') return;
      steppedMs = performance.now();
      sleep();
    },
    stop: () => {
      state = 'stopped';
      clearTimeout(timer);
    },
  };
}
