import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/review/local-day.ts';
import type { WeeksAsked } from '../../../src/review/report/week-view.ts';
import { weekView } from '../../../src/review/report/week-view.ts';
import { weeksReport } from '../../../src/review/report/weeks-report.ts';
import { trendsOf } from '../../../src/review/trends.ts';
import { anyCharacter } from '../../any-character.ts';
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
    const { mondays, listed } = weekView(weeksAsked);
    expect(mondays).toHaveLength(8);
    expect(mondays[0]).toBe(dayOf('2026-10-05'));
    expect(said()).toContain('The last 8 weeks 5 October 2026 to 24 November 2026');
    const edge = [figures(0), figures(50), figures(51), figures(-1)];
    expect(
      weekView({ ...weeksAsked, sessions: edge }).listed.map(({ day }) => today - day),
    ).toEqual([0, 50]);
    expect(listed.length).toBe(7);
  });

  test('draws the same figures that trends shows, each week with what it stands on', () => {
    const sessions = [
      figures(14, { restingBpm: 60 }),
      figures(13, { restingBpm: 70 }),
      figures(12, { restingBpm: 65 }),
    ];
    const { trends } = weekView({ ...weeksAsked, sessions });
    const { person, plans, weeks } = weeksAsked;
    const highestBpm = 208 - 0.7 * 71;
    expect(trends).toEqual(
      trendsOf(sessions, { today, weeks, plans, person: { ...person, highestBpm } }),
    );
    expect(said({ sessions })).toContain('week of 9 Nov: 65 bpm of 3; week of 16 Nov: not known');
  });

  test('draws a line between neighbouring weeks alone', () => {
    const sessions = [figures(1), figures(8), figures(22), figures(36)];
    const page = weeksReport({ ...weeksAsked, sessions }, 0, 'app');
    const [, chart = ''] = /id="resting-title"(.*?)<\/svg>/s.exec(page) ?? [];
    expect(chart.match(/<circle/g)).toHaveLength(4);
    expect(chart.match(/<line class="curve"/g)).toHaveLength(1);
  });

  test('compares falls only after the same exercise of the same routine, and names it', () => {
    const fallAfter = (daysAgo: number, afterStepId: string, hrr60Bpm: number) =>
      figures(daysAgo, { fall: { afterStepId, endBpm: 95, hrr60Bpm } });
    const sessions = [
      fallAfter(1, 'half-squats', 20),
      fallAfter(8, 'half-squats', 18),
      fallAfter(2, 'sway', 3),
    ];
    const text = said({ sessions });
    expect(text).toContain('After half squats (story) alone');
    expect(text).toContain(
      'week of 16 Nov: 18 bpm of 1; week of 23 Nov: 20 bpm of 1.'.slice(0, -1),
    );
  });

  test('calls routines and exercises by the names people see', () => {
    const fall = { fall: { afterStepId: 'squats', endBpm: 95, hrr60Bpm: 20 } };
    const names = { routine: () => 'Heart & vessels', step: () => 'Half <squats>' };
    const page = weeksReport(
      { ...weeksAsked, sessions: [figures(1, fall), figures(2, fall)], names },
      0,
      'app',
    );
    expect(page).toContain('After Half &lt;squats&gt; (Heart &amp; vessels) alone');
    expect(page).toContain('Plan for Heart &amp; vessels: kept in');
  });

  test('adds up the load of a week, where the highest pulse is known', () => {
    // Ten minutes at 100 of 160 is 62.5 %: zone 2.
    const sessions = [figures(1), figures(0)];
    const text = said({ sessions, person: { highestBpm: 160 } });
    expect(text).toContain('week of 23 Nov: 40 points of 2');
    expect(text).toContain('Edwards’ load');
    expect(
      said({ sessions, person: { highestBpm: 160, restingBpm: 60, sex: 'female' } }),
    ).toContain('Banister’s impulse (women)');
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
    const none = said({ sessions: [figures(1, { source: 'none', cautions: 0 })] });
    expect(none).toContain('None of these sessions measured a heart.');
    expect(none).toContain('not watched');
    expect(none).toContain('Warnings Not known: no session measured a heart');
    expect(none).not.toContain('of all that time');
  });

  test('warnings are those of sessions that a guard of ours watched; of imported ones none is known', () => {
    const imported = figures(2, { source: 'import', cautions: 0 });
    const text = said({ sessions: [figures(1, { cautions: 3, overs: 1 }), imported] });
    expect(text).toContain('Warnings 4 1 over the limit; 1 imported, not watched');
    expect(text).toContain('not watched 15');
    expect(said({ sessions: [imported] })).toContain(
      'Warnings Not known: no guard of ours watched these sessions',
    );
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

  test('over more than a year each date has its year', () => {
    const sessions = [figures(1), figures(366)];
    const text = said({ sessions, weeks: 60, plans: [] });
    expect(text).toContain('23 Nov 2026, 08:00');
    expect(text).toContain('23 Nov 2025, 08:00');
    expect(text).toMatch(/24 Nov 2025 [●·]/);
    expect(text).toContain('week of 17 Nov 2025: 65 bpm of 1');
    expect(said({ sessions })).toContain('23 Nov, 08:00');
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
        fc.oneof(fc.constant('"><script>x</script>'), fc.string({ unit: anyCharacter })),
        (name) => {
          expect(tags(name)).toEqual(plain);
        },
      ),
      { numRuns: 30 },
    );
  });
});
