import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { scaledClock } from '../src/clock.ts';

describe('scaled time', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  test('sleeps until something is due, and does it then', () => {
    const clock = scaledClock(1);
    const happenedMs: number[] = [];
    const beganMs = performance.now();
    for (const dueMs of [150, 400]) {
      clock.scheduler.schedule(() => happenedMs.push(performance.now() - beganMs), dueMs);
    }
    clock.run();
    let wakings = 0;
    while (happenedMs.length < 2) {
      vi.advanceTimersToNextTimer();
      wakings += 1;
    }
    expect(happenedMs).toEqual([150, 400]);
    expect(wakings).toBe(2);
    clock.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('what is scheduled while it sleeps and is due before the rest wakes it in time', () => {
    const clock = scaledClock(2);
    const seen: [number, number][] = [];
    const beganMs = performance.now();
    const note = (): void => {
      seen.push([performance.now() - beganMs, clock.scheduler.now()]);
    };
    clock.scheduler.schedule(note, 400);
    clock.run();
    vi.advanceTimersByTime(50);
    clock.scheduler.schedule(note, 160);
    vi.advanceTimersByTime(200);
    expect(seen).toEqual([
      [80, 160],
      [200, 400],
    ]);
    clock.stop();
  });

  test('what happens in the same sleep happens each at its own moment', () => {
    const clock = scaledClock(100);
    const moments: number[] = [];
    for (const dueMs of [900, 100, 450]) {
      clock.scheduler.schedule(() => moments.push(clock.scheduler.now()), dueMs);
    }
    clock.run();
    vi.advanceTimersByTime(20);
    expect(moments).toEqual([100, 450, 900]);
    clock.stop();
  });

  test('while the process is suspended it stands: an hour passes as a second', () => {
    const clock = scaledClock(1);
    const seen: number[] = [];
    for (const dueMs of [900, 5000]) clock.scheduler.schedule(() => seen.push(dueMs), dueMs);
    clock.run();
    const awakeMs = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(awakeMs + 3_600_000);
    vi.advanceTimersByTime(250);
    expect(seen).toEqual([900]);
    clock.stop();
  });

  test('stopped by what happens, it does nothing more', () => {
    const clock = scaledClock(1);
    clock.scheduler.schedule(() => clock.stop(), 100);
    clock.run();
    vi.advanceTimersByTime(1000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
