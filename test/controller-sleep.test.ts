import { NEVER, Subject, VirtualTimeScheduler } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { conduct } from '../src/controller.ts';
import { createSleepWatch } from '../src/controller-sleep.ts';
import type { Turn } from '../src/session/turn.ts';
import { headerOf, plainRoutine } from './session/story.ts';

describe('§3 a suspended machine is noticed at the edge', () => {
  const sleepAfter = (passedMs: number, bootPassedMs: number) => {
    const sleptUntil = createSleepWatch();
    sleptUntil(1000, 5_000_000);
    return sleptUntil(1000 + passedMs, 5_000_000 + bootPassedMs);
  };

  test.each([
    ['a timer 10 s late', 10_000, 10_000],
    ['3 s that were not counted', 250, 3250],
    ['a clock that runs back', 250, -3_600_000],
  ])('%s is no sleep', (_name, passedMs, bootPassedMs) => {
    expect(sleepAfter(passedMs, bootPassedMs)).toBeUndefined();
  });

  test('a timer more than 10 s late is', () => {
    expect(sleepAfter(10_001, 10_001)).toEqual({ fromMs: 1000, wallAheadMs: 0 });
  });

  test('more than 3 s that the monotonic clock did not count is', () => {
    expect(sleepAfter(250, 600_250)).toEqual({ fromMs: 1000, wallAheadMs: 600_000 });
  });
});

describe('a session on a machine that sleeps', () => {
  /** A quarter second between ticks; the lid is shut after the one at `shutMs`, and ten minutes pass uncounted. */
  const run = (isReal: boolean, shutMs = 20_500) => {
    const scheduler = new VirtualTimeScheduler(undefined, shutMs + 9500);
    const bootNow = () => scheduler.now() + (scheduler.now() > shutMs ? 600_000 : 0);
    const turns: Turn[] = [];
    conduct({
      header: headerOf(plainRoutine(), { source: 'none' }),
      sensor: NEVER,
      keys$: new Subject(),
      scheduler,
      tickMs: 250,
      bootNow: isReal ? bootNow : undefined,
    }).subscribe((turn) => turns.push(turn));
    scheduler.flush();
    return turns;
  };

  test('is told so once, before the input that woke it, and pauses from the last moment awake', () => {
    const slept = run(true).flatMap(({ facts }) => facts.filter(({ type }) => type === 'slept'));
    expect(slept).toEqual([{ type: 'slept', atMs: 20_500, untilMs: 20_750, wallAheadMs: 600_000 }]);
    expect(run(true).at(-1)?.state.paused).toEqual({ sinceMs: 20_500 });
  });

  test('what falls due as it wakes has not happened', () => {
    const facts = run(true, 69_750).flatMap((turn) => turn.facts);
    expect(facts.map(({ type }) => type)).not.toContain('exercise-ended');
  });

  test('where time is simulated no clock is compared', () => {
    expect(run(false).at(-1)?.state.paused).toBeUndefined();
  });
});
