import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFramePace } from '../../src/ui/frame-pace.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function pace() {
  let drawn = 0;
  const paced = createFramePace(
    () => {
      drawn += 1;
    },
    () => performance.now(),
  );
  return { ...paced, drawn: () => drawn };
}

test('a second of ticks at 100 Hz draws at most five frames', () => {
  const { request, drawn } = pace();
  for (let ms = 0; ms < 1000; ms += 10) {
    request('tick');
    vi.advanceTimersByTime(10);
  }
  expect(drawn()).toBeGreaterThanOrEqual(4);
  expect(drawn()).toBeLessThanOrEqual(5);
});

test('what is urgent is drawn in its own turn, however soon after another frame', () => {
  const { request, drawn } = pace();
  request('tick');
  request('now');
  request('now');
  expect(drawn()).toBe(3);
});

test('a measurement at 1 Hz is drawn at once although a tick was just drawn', () => {
  const { request, drawn } = pace();
  request('measurement');
  vi.advanceTimersByTime(990);
  request('tick');
  vi.advanceTimersByTime(10);
  const before = drawn();
  request('measurement');
  expect(drawn()).toBe(before + 1);
});

test('the last of a flood is drawn within a frame, and nothing after stopping', () => {
  const { request, drawn, stop } = pace();
  for (let count = 0; count < 1000; count += 1) request('measurement');
  expect(drawn()).toBe(1);
  vi.advanceTimersByTime(250);
  expect(drawn()).toBe(2);
  request('tick');
  stop();
  vi.advanceTimersByTime(1000);
  expect(drawn()).toBe(2);
});
