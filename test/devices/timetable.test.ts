import { type SchedulerAction, type SchedulerLike, Subscription, VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { followTimetable } from '../../devices/timetable.ts';

describe('followTimetable', () => {
  it('calls at the moments asked for, the next one only ever scheduled', () => {
    const scheduler = new VirtualTimeScheduler();
    const moments = [5, 5, 700, 1000];
    const called: number[] = [];
    let most = 0;
    followTimetable(scheduler, moments[0] ?? 0, (dueMs) => {
      expect(scheduler.now()).toBe(dueMs);
      called.push(dueMs);
      most = Math.max(most, scheduler.actions.length);
      return moments[called.length];
    });
    expect(scheduler.actions.length).toBe(1);
    scheduler.flush();
    expect(called).toEqual(moments);
    expect(most).toBe(0);
    expect(scheduler.actions.length).toBe(0);
  });

  it('counts from its own start, on a scheduler that has run before', () => {
    const scheduler = new VirtualTimeScheduler();
    const at: number[] = [];
    scheduler.schedule(() => {
      followTimetable(scheduler, 50, () => {
        at.push(scheduler.now());
        return undefined;
      });
    }, 1234);
    scheduler.flush();
    expect(at).toEqual([1284]);
  });

  it('makes up for lateness instead of adding it up', () => {
    let nowMs = 0;
    const delays: number[] = [];
    const late: SchedulerLike = {
      now: () => nowMs,
      schedule<T>(work: (this: SchedulerAction<T>, state: T) => void, delayMs = 0): Subscription {
        delays.push(delayMs);
        queue.push(() => {
          nowMs += delayMs + 30;
          (work as () => void)();
        });
        return new Subscription();
      },
    };
    const queue: (() => void)[] = [];
    followTimetable(late, 1000, (dueMs) => (dueMs < 4000 ? dueMs + 1000 : undefined));
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) next();
    expect(delays).toEqual([1000, 970, 970, 970]);
  });

  it('stops at once when let go from within a step, or between two', () => {
    const scheduler = new VirtualTimeScheduler();
    let calls = 0;
    const within = followTimetable(scheduler, 0, (dueMs) => {
      calls += 1;
      within.unsubscribe();
      return dueMs + 1;
    });
    scheduler.flush();
    expect(calls).toBe(1);
    followTimetable(scheduler, 10, () => 20).unsubscribe();
    expect(scheduler.actions.length).toBe(0);
  });

  it('lets go of a day of seconds without a chain of a day of actions', () => {
    const scheduler = new VirtualTimeScheduler(undefined, 86_400_000);
    const timetable = followTimetable(scheduler, 0, (dueMs) => dueMs + 1000);
    scheduler.flush();
    expect(() => timetable.unsubscribe()).not.toThrow();
    expect(scheduler.actions.length).toBe(0);
  });
});
