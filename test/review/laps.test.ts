import { describe, expect, test } from 'vitest';
import { summarize } from '../../src/review/summary.ts';
import type { Fact } from '../../src/session/facts.ts';
import { headerOf } from '../session/story.ts';
import {
  began,
  ended,
  happened,
  held,
  journal,
  measured,
  over,
  routineOf,
  steady,
  trust,
} from './journal-facts.ts';

const lapsOf = (...facts: (Fact | Fact[])[]) =>
  summarize(headerOf(routineOf('light', 'light', 'still')), journal(...facts)).laps;

describe('laps: one step as it was done', () => {
  test('a step stopped in over and resumed is one lap from its first beginning to its last end, the stop noted', () => {
    const laps = lapsOf(
      steady(80, 0, 100),
      began(10),
      ended(20, 'over'),
      began(50),
      ended(80, 'caution'),
      began(85),
      ended(90, 'done'),
      over(100),
    );
    expect(laps).toMatchObject([
      {
        step: 'light-1',
        startS: 10,
        endS: 90,
        outcome: 'done',
        interruptions: [
          { startS: 20, endS: 50, reason: 'over' },
          { startS: 80, endS: 85, reason: 'caution' },
        ],
      },
    ]);
  });

  test('a pause and a hold within an exercise are interruptions; together they last until both are over', () => {
    const laps = lapsOf(
      began(0),
      happened(10, 'paused'),
      held(15),
      happened(20, 'resumed'),
      happened(30, 'hold-ended'),
      held(40),
      happened(42, 'hold-ended'),
      ended(60, 'done'),
      over(60),
    );
    expect(laps[0]?.interruptions).toEqual([
      { startS: 10, endS: 30, reason: 'paused' },
      { startS: 40, endS: 42, reason: 'held' },
    ]);
  });

  test('a step skipped before it began is no lap; one skipped while it was interrupted ends at the key', () => {
    const laps = lapsOf(
      ended(5, 'skipped', 0),
      began(10, 1),
      ended(20, 'caution', 1),
      ended(30, 'skipped', 1),
      over(40),
    );
    expect(laps).toMatchObject([
      {
        step: 'light-2',
        startS: 10,
        endS: 30,
        outcome: 'skipped',
        interruptions: [{ startS: 20, endS: 30, reason: 'caution' }],
      },
    ]);
  });

  test('a step never resumed after over keeps that as its outcome', () => {
    expect(lapsOf(began(0), ended(20, 'over'), over(60))).toMatchObject([
      { startS: 0, endS: 20, outcome: 'over', interruptions: [] },
    ]);
  });

  test('a step done twice is two laps', () => {
    const laps = lapsOf(began(0), ended(20, 'done'), began(30), ended(40, 'done'), over(40));
    expect(laps).toMatchObject([{ endS: 20 }, { startS: 30, endS: 40 }]);
  });

  test('a lap whose end is missing from a damaged journal ends where the next begins', () => {
    const laps = lapsOf(began(0), began(30, 1), ended(40, 'done', 1), over(40));
    expect(laps).toMatchObject([
      { step: 'light-1', endS: 30, outcome: 'interrupted', interruptions: [] },
      { step: 'light-2', startS: 30, endS: 40 },
    ]);
  });

  test('a step that the routine does not have goes by its number', () => {
    expect(lapsOf(began(0, 8), ended(10, 'done', 8), over(10))).toMatchObject([
      { step: 'step-9', name: 'Step 9' },
    ]);
  });

  test('the average is over trusted time, the highest over trusted values, the one that stopped it included', () => {
    const [lap] = lapsOf(
      measured(9, 200),
      began(10),
      measured(10, 80),
      measured(14, 90),
      measured(15, 101),
      ended(15, 'over'),
      over(60),
    );
    expect(lap).toMatchObject({ averageBpm: 82, maxBpm: 101 });
  });

  test('what is not trusted counts neither in the average nor as the highest', () => {
    const [lap] = lapsOf(
      began(0),
      measured(0, 80),
      { type: 'measured', atMs: 1000, bpm: 250, rrIntervalsMs: [], distrust: 'implausible' },
      ended(2, 'done'),
      over(2),
    );
    expect(lap).toMatchObject({ averageBpm: 80, maxBpm: 80 });
  });

  test('a lap without a trusted value says so', () => {
    const [lap] = lapsOf(
      measured(0, 80),
      trust(1, 'lost'),
      began(2),
      ended(20, 'stopped'),
      over(20),
    );
    const unknown = { unavailable: 'no trusted pulse in this lap' };
    expect(lap).toMatchObject({ averageBpm: unknown, maxBpm: unknown });
  });
});
