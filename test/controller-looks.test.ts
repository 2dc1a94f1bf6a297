import { type SchedulerLike, VirtualTimeScheduler } from 'rxjs';
import { expect, test } from 'vitest';
import { looks } from '../src/controller-looks.ts';

/** When it was looked, up to `untilMs`, where `plan` says at each look what falls due next. */
function looked(untilMs: number, plan: (atMs: number) => number | undefined): number[] {
  const scheduler = new VirtualTimeScheduler(undefined, untilMs);
  const { look$, expect: falls } = looks(scheduler, 250);
  const seen: number[] = [];
  look$.subscribe(() => {
    seen.push(scheduler.now());
    falls(plan(scheduler.now()));
  });
  scheduler.flush();
  return seen;
}

test('it is looked at once and every so often, however long', () => {
  expect(looked(1000, () => undefined)).toEqual([0, 250, 500, 750, 1000]);
});

test('it is looked the moment something falls due, and where that is put off not before', () => {
  expect(looked(600, (atMs) => (atMs < 300 ? 300 : undefined))).toEqual([0, 250, 300, 500]);
  expect(looked(500, (atMs) => (atMs < 250 ? 300 : 420))).toEqual([0, 250, 420, 500]);
});

test('what is overdue is looked at at once, and once only', () => {
  expect(looked(250, (atMs) => (atMs < 250 ? -5 : undefined))).toEqual([0, 0, 250]);
});

test('a timer that came a moment early is followed by another, and does not wait for the next look', () => {
  const virtual = new VirtualTimeScheduler(undefined, 240);
  const scheduler = {
    now: () => virtual.now(),
    // As Node does: less than a whole millisecond is not waited for.
    schedule: (work: () => void, delayMs = 0) => virtual.schedule(work, Math.floor(delayMs)),
  };
  const { look$, expect: falls } = looks(scheduler as SchedulerLike, 250);
  const seen: number[] = [];
  look$.subscribe(() => {
    seen.push(virtual.now());
    if (seen.length < 3) falls(100.6);
  });
  virtual.flush();
  expect(seen).toEqual([0, 100, 100]);
});

test('nothing is looked at after the last reader has gone', () => {
  const scheduler = new VirtualTimeScheduler();
  const { look$, expect: falls } = looks(scheduler, 250);
  look$.subscribe().unsubscribe();
  falls(100);
  scheduler.flush();
  expect(scheduler.now()).toBe(0);
});

test('a process that was stopped for an hour looks once for it, not thousands of times', () => {
  const virtual = new VirtualTimeScheduler();
  const asked: { readonly work: () => void; readonly delayMs: number }[] = [];
  let stoodMs = 0;
  const scheduler = {
    now: () => virtual.now() + stoodMs,
    schedule: (work: () => void, delayMs = 0) => {
      asked.push({ work, delayMs });
      return virtual.schedule(() => undefined);
    },
  };
  looks(scheduler as SchedulerLike, 250).look$.subscribe();
  stoodMs = 3_600_000;
  asked.at(-1)?.work();
  asked.at(-1)?.work();
  expect(asked.map(({ delayMs }) => delayMs)).toEqual([250, 0, 250]);
});
