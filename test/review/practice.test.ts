import { describe, expect, test } from 'vitest';
import { dayOf } from '../../src/review/local-day.ts';
import { morningsBpm } from '../../src/review/mornings.ts';
import { practiceOf } from '../../src/review/practice.ts';
import type { Fact } from '../../src/session/facts.ts';
import { headerOf, openHeader } from '../session/story.ts';
import {
  began,
  cleared,
  cooling,
  ended,
  happened,
  journal,
  over,
  raised,
  routineOf,
} from './journal-facts.ts';
import { practice, today } from './practices.ts';

const header = headerOf(routineOf('light', 'moderate'), { level: 3 });
const rated: Fact = { type: 'effort-rated', atMs: 400_000, cr10: 3 };
const facts = journal(
  began(10, 0),
  ended(70, 'done', 0),
  raised(100, 'caution', 92),
  began(110, 1),
  ended(130, 'caution', 1),
  began(160, 1),
  cleared(170, 'caution', 100, 95),
  ended(200, 'done', 1),
  { type: 'over-stop-counted', atMs: 180_000, stepIndex: 1 },
  cooling(200),
  over(330),
  rated,
  { ...rated, cr10: 2 },
);

describe('a session in few numbers', () => {
  test('when, how much, how much of it in caution, and how each step went', () => {
    expect(practiceOf(header, facts)).toEqual({
      day: dayOf('2026-11-22'),
      minute: 8 * 60,
      routineId: 'efforts',
      source: 'strap',
      startedAt: '2026-11-22T07:00:00.000Z',
      utcOffsetMinutes: 60,
      level: 3,
      isLevelForOnce: false,
      adaptations: [],
      steps: [
        { stepId: 'light-1', isDone: true, reachedCaution: false, overStops: 0 },
        { stepId: 'moderate-2', isDone: true, reachedCaution: true, overStops: 1 },
      ],
      isCompleted: true,
      isGuardEnded: false,
      hasDiscomfort: false,
      overStops: 1,
      exerciseMs: 120_000,
      cautionMs: 30_000,
      cr10: 2,
    });
  });

  test('a routine whose steps were pressed away is not completed', () => {
    const skipped = journal(
      began(10, 0),
      ended(12, 'skipped', 0),
      began(20, 1),
      ended(80, 'done', 1),
      over(90),
    );
    expect(practiceOf(header, skipped).isCompleted).toBe(false);
  });

  test.each([
    ['enough-for-today', true],
    ['still-raised', true],
    ['rest-unanswered', true],
    ['signal-lost', false],
    ['ended-by-user', false],
  ] as const)('an end by %s is by the guard: %s', (reason, isGuardEnded) => {
    const end: Fact = { type: 'session-ended', atMs: 90_000, reason };
    expect(practiceOf(header, [began(1), end])).toMatchObject({ isGuardEnded, isCompleted: false });
  });

  test('an interrupted one is neither; discomfort is seen', () => {
    const facts: Fact[] = [began(1), { type: 'discomfort-reported', atMs: 5000 }];
    expect(practiceOf(header, facts)).toMatchObject({
      isCompleted: false,
      isGuardEnded: false,
      hasDiscomfort: true,
    });
  });

  test('an open session moves from its beginning to its cool-down', () => {
    const open = practiceOf(
      openHeader(),
      journal(happened(2, 'open-began'), cooling(602), over(732)),
    );
    expect(open).toMatchObject({ exerciseMs: 600_000, steps: [], isCompleted: true });
  });

  test('a resting pulse is read where a baseline has ended, and only a number is one', () => {
    const withBaseline = (restingBpm: unknown) =>
      practiceOf(header, [
        { type: 'baseline-ended', atMs: 60_000, restingBpm } as unknown as Fact,
        ...facts,
      ]).restingBpm;
    expect([withBaseline(68), withBaseline(undefined), withBaseline('68')]).toEqual([
      68,
      undefined,
      undefined,
    ]);
  });
});

test('§2 mornings: the first of each day before noon, real hearts only, of the last 30 days, oldest first', () => {
  const at = (daysAgo: number, restingBpm: number, more: object = {}) =>
    practice(daysAgo, { restingBpm, ...more });
  const all = [
    at(30, 50),
    at(29, 60),
    at(3, 69, { minute: 400 }),
    at(3, 70, { minute: 500 }),
    at(2, 71, { minute: 500 }),
    at(2, 72, { minute: 400 }),
    at(1, 99, { minute: 720 }),
    at(1, 98, { source: 'simulator' }),
    at(0, 74, { minute: 719 }),
    practice(0, { minute: 100 }),
    at(-1, 75),
  ];
  expect(morningsBpm(all, today)).toEqual([60, 69, 72, 74]);
});
