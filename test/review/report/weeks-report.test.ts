import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/review/local-day.ts';
import type { WeeksAsked } from '../../../src/review/report/week-view.ts';
import { weekView } from '../../../src/review/report/week-view.ts';
import { weeksReport } from '../../../src/review/report/weeks-report.ts';
import { figures, today, weeksAsked } from './sessions.ts';

const textOf = (page: string): string =>
  page
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
const said = (change: Partial<WeeksAsked> = {}, unreadable = 0): string =>
  textOf(weeksReport({ ...weeksAsked, ...change }, unreadable, 'pulsepace 0'));

describe('the report of weeks', () => {
  test('reaches from the Monday of the first week to today', () => {
    const { fromDay, listed } = weekView(weeksAsked);
    expect(fromDay).toBe(dayOf('2026-10-05'));
    expect(said()).toContain('The last 8 weeks 5 October 2026 to 24 November 2026');
    const edge = [figures(0), figures(50), figures(51), figures(-1)];
    expect(
      weekView({ ...weeksAsked, sessions: edge }).listed.map(({ day }) => today - day),
    ).toEqual([0, 50]);
    expect(listed.length).toBe(7);
  });

  test('takes the median of each week, and says on how many sessions it stands', () => {
    const sessions = [
      figures(14, { restingBpm: 60 }),
      figures(13, { restingBpm: 90 }),
      figures(12, { restingBpm: 64 }),
    ];
    const { resting } = weekView({ ...weeksAsked, sessions });
    expect(resting.filter(({ value }) => value !== undefined)).toEqual([
      { mondayDay: dayOf('2026-11-09'), value: 64, sessions: 3 },
    ]);
    expect(said({ sessions })).toContain('week of 9 Nov: 64 bpm of 3; week of 16 Nov: not known');
  });

  test('compares falls only after the same exercise of the same routine, the commonest', () => {
    const fallAfter = (daysAgo: number, afterStepId: string, hrr60Bpm: number) =>
      figures(daysAgo, { fall: { afterStepId, endBpm: 95, hrr60Bpm } });
    const sessions = [
      fallAfter(1, 'squats', 20),
      fallAfter(8, 'squats', 18),
      fallAfter(2, 'sway', 3),
    ];
    const { fall } = weekView({ ...weeksAsked, sessions });
    expect(fall.after).toBe('squats (Story)');
    expect(fall.points.flatMap(({ value }) => value ?? [])).toEqual([18, 20]);
  });

  test('adds up the load of a week, where the highest pulse is known', () => {
    // Ten minutes at 100 of 160 is 62.5 %: zone 2.
    const sessions = [figures(1), figures(0)];
    const { load } = weekView({ ...weeksAsked, sessions, person: { highestBpm: 160 } });
    expect(load.at(-1)).toEqual({ mondayDay: dayOf('2026-11-23'), value: 40, sessions: 2 });
    expect(said({ person: {} })).toContain(
      'Not known: the profile has neither a highest pulse nor a year of birth.',
    );
  });

  test('lists what was no real heart, marks it, and leaves it out of every figure', () => {
    const sessions = [figures(1, { source: 'simulator', restingBpm: 40 }), figures(2)];
    const text = said({ sessions });
    expect(text).toContain('1 session measured no heart.');
    expect(text).toContain('(simulated heart)');
    expect(text).toContain('Sessions 1 on 1 day');
    expect(text).not.toContain(': 40 bpm');
    const none = said({ sessions: [figures(1, { source: 'none' })] });
    expect(none).toContain('None of these sessions measured a heart.');
    expect(none).toContain('not watched');
    expect(none).toContain('Warnings Not known: no session measured a heart');
  });

  test('§6 marks each day as done, planned and not done, or nothing; days to come are blank', () => {
    const text = said({ sessions: [figures(1), figures(1)] });
    expect(text).toContain('23 November 2026: 2 sessions');
    expect(text).toContain('20 November 2026: planned, not done');
    expect(text).toContain('21 November 2026: nothing');
    expect(text).not.toContain('25 November 2026');
    expect(text).toContain('Plan for story: kept in 0 of 7 weeks.');
    expect(said({ plans: [] })).toContain(
      'Nothing is planned, so no week can be said to be kept or missed.',
    );
  });

  test('says how many sessions could not be read', () => {
    expect(said({}, 2)).toContain('2 sessions are missing from this page.');
    expect(said()).not.toContain('missing from this page');
  });

  test('of nothing at all says so, and has no number made of nothing', () => {
    const text = said({ sessions: [], plans: [] });
    expect(text).toContain('Sessions There was none.');
    expect(text).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
  });

  test('keeps its structure whatever the routines are called', () => {
    const tags = (routineName: string) =>
      weeksReport(
        { ...weeksAsked, sessions: [figures(3, { routineName, routineId: routineName })] },
        0,
        routineName,
      ).match(/<[^>]*>/g);
    const plain = tags('harmless');
    fc.assert(
      fc.property(
        fc.oneof(fc.constant('"><script>x</script>'), fc.string({ unit: 'binary' })),
        (name) => {
          expect(tags(name)).toEqual(plain);
        },
      ),
      { numRuns: 30 },
    );
  });
});
