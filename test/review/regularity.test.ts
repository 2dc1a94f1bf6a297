import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf, dayOf } from '../../src/review/local-day.ts';
import { dueNow, regularityOf } from '../../src/review/regularity.ts';
import { type PracticePlan, practicePlanSchema } from '../../src/session/practice-plan.ts';
import { weekdays } from '../../src/session/weekday.ts';
import { practice, today } from './practices.ts';

const plan = (change: Partial<PracticePlan> = {}): PracticePlan => ({
  routineId: 'story',
  times: ['morning', 'evening'],
  days: [...weekdays],
  since: '2026-01-01',
  ...change,
});
/** Sunday 22 November 2026. */
const at = (hour: number) => ({ day: today, minute: hour * 60 });
const partDue = (hour: number, done: readonly number[], change: Partial<PracticePlan> = {}) =>
  dueNow(
    [plan(change)],
    done.map((each) => practice(0, { minute: each * 60 })),
    at(hour),
  ).map(({ part }) => part);

describe('§6 what is due', () => {
  test.each<[string, number, readonly number[], string[]]>([
    ['in the morning, nothing done', 7, [], ['morning']],
    ['in the morning, done', 9, [7], []],
    ['in the afternoon, the morning missed: it may still be done', 15, [], ['morning']],
    ['in the evening, the morning missed: let go, never scolded', 18, [], ['evening']],
    ['in the evening, the morning done', 18, [7], ['evening']],
    ['in the evening, both done', 19, [7, 18], []],
    ['in the evening, both done in the afternoon', 19, [14, 15], []],
    ['in the evening, only the evening done', 20, [18], []],
  ])('%s', (_, hour, done, due) => expect(partDue(hour, done)).toEqual(due));

  test('only on the planned days, and only since the plan is', () => {
    expect(partDue(7, [], { days: ['sun'] })).toEqual(['morning']);
    expect(partDue(7, [], { days: ['sat', 'mon'] })).toEqual([]);
    expect(partDue(7, [], { since: '2026-11-22' })).toEqual(['morning']);
    expect(partDue(7, [], { since: '2026-11-23' })).toEqual([]);
  });

  test('a part of the day that has not come is not due', () => {
    expect(partDue(9, [], { times: ['day'] })).toEqual([]);
    expect(partDue(10, [], { times: ['day'] })).toEqual(['day']);
    expect(partDue(16, [], { times: ['evening'] })).toEqual([]);
  });

  test.each([
    ['a simulated heart', { source: 'simulator' as const }],
    ['a session without a strap', { source: 'none' as const }],
    ['another routine', { routineId: 'other' }],
    ['less than a minute', { exerciseMs: 59_999 }],
    ['yesterday', { day: today - 1 }],
  ])('%s does not count', (_, change) => {
    const done = [practice(0, { minute: 420, ...change })];
    expect(dueNow([plan()], done, at(8))).toEqual([{ routineId: 'story', part: 'morning' }]);
  });

  test('several routines, each by its own plan', () => {
    const plans = [plan(), plan({ routineId: 'other', times: ['morning'] })];
    expect(dueNow(plans, [practice(0)], at(9))).toEqual([{ routineId: 'other', part: 'morning' }]);
  });
});

describe('§6 the last eight weeks', () => {
  const thrice = plan({ times: ['morning'], days: ['mon', 'wed', 'fri'] });
  const on = (...dates: string[]) => dates.map((date) => practice(today - dayOf(date)));

  test('each from its Monday, with what was planned and done a day; the present one is the last', () => {
    const { weeks } = regularityOf(thrice, on('2026-11-16', '2026-11-18', '2026-11-19'), today);
    expect(weeks.length).toBe(8);
    expect(weeks.map(({ monday }) => monday)).toEqual(
      Array.from({ length: 8 }, (_, n) => dateOf(dayOf('2026-09-28') + 7 * n)),
    );
    expect(weeks[7]).toEqual({
      monday: '2026-11-16',
      planned: 3,
      done: 3,
      kept: true,
      days: [
        { date: '2026-11-16', planned: 1, done: 1 },
        { date: '2026-11-17', planned: 0, done: 0 },
        { date: '2026-11-18', planned: 1, done: 1 },
        { date: '2026-11-19', planned: 0, done: 1 },
        { date: '2026-11-20', planned: 1, done: 0 },
        { date: '2026-11-21', planned: 0, done: 0 },
        { date: '2026-11-22', planned: 0, done: 0 },
      ],
    });
  });

  test('a missed day may be made up on another, but one day does not stand for a week', () => {
    const kept = (...dates: string[]) => regularityOf(thrice, on(...dates), today).weeks[6]?.kept;
    expect(kept('2026-11-09', '2026-11-12', '2026-11-15')).toBe(true);
    expect(kept('2026-11-09', '2026-11-09', '2026-11-09')).toBe(false);
    expect(kept('2026-11-09', '2026-11-11')).toBe(false);
  });

  test('the run of weeks kept: the running week breaks nothing and counts once it is full', () => {
    const lastWeeks = [
      '2026-11-02',
      '2026-11-04',
      '2026-11-06',
      '2026-11-09',
      '2026-11-11',
      '2026-11-13',
    ];
    const run = (...dates: string[]) => regularityOf(thrice, on(...dates), today).weeksKept;
    expect(run(...lastWeeks)).toBe(2);
    expect(run(...lastWeeks, '2026-11-16', '2026-11-18', '2026-11-20')).toBe(3);
    expect(run(...lastWeeks.slice(0, 5))).toBe(0);
    expect(run(...lastWeeks.slice(1))).toBe(1);
    expect(run()).toBe(0);
  });

  test('the run may be longer than the calendar, and ends where the plan began', () => {
    const daily = Array.from({ length: 100 }, (_, daysAgo) => practice(daysAgo));
    const once = plan({ times: ['morning'] });
    expect(regularityOf(once, daily, today).weeksKept).toBe(14);
    const since = { ...once, since: '2026-11-11' };
    expect(regularityOf(since, daily, today).weeksKept).toBe(2);
    expect(regularityOf(since, daily, today).weeks[6]).toMatchObject({ planned: 5, kept: true });
    expect(regularityOf(since, daily, today).weeks[5]).toMatchObject({ planned: 0, kept: false });
  });

  test('a change of clocks moves no session to another day: 1:30 before it, 1:30 after it', () => {
    const sunday = { routineId: 'story', source: 'strap' as const };
    const early = practice(28, { ...sunday, minute: 90, utcOffsetMinutes: 120 });
    const later = practice(28, { ...sunday, minute: 150, utcOffsetMinutes: 60 });
    const { weeks } = regularityOf(plan(), [early, later], today);
    expect(weeks[3]?.days[6]).toEqual({ date: '2026-10-25', planned: 2, done: 2 });
  });
});

test('§6 property: what is due was planned for today, and a week that is kept held what was planned', () => {
  const plans = fc.record({
    routineId: fc.constantFrom('story', 'other'),
    times: fc.uniqueArray(fc.constantFrom('morning' as const, 'day' as const, 'evening' as const), {
      minLength: 1,
    }),
    days: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
    since: fc.integer({ min: today - 70, max: today + 2 }).map(dateOf),
  });
  const done = fc
    .record({ daysAgo: fc.integer({ min: 0, max: 80 }), minute: fc.integer({ min: 0, max: 1439 }) })
    .map(({ daysAgo, minute }) => practice(daysAgo, { minute }));
  fc.assert(
    fc.property(
      plans,
      fc.array(done, { maxLength: 60 }),
      fc.integer({ min: 0, max: 1439 }),
      (each, practices, minute) => {
        expect(practicePlanSchema.safeParse(each).success).toBe(true);
        const regularity = regularityOf(each, practices, today);
        const now = regularity.weeks[7]?.days[6];
        const due = dueNow([each], practices, { day: today, minute });
        expect(due.length).toBeLessThanOrEqual(Math.min(1, now?.planned ?? 0));
        for (const week of regularity.weeks) {
          if (week.kept === true) expect(week.done).toBeGreaterThanOrEqual(week.planned);
        }
      },
    ),
    { numRuns: 400 },
  );
});
