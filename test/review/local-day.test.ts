import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dateOf,
  dayOf,
  epochMs,
  localMoment,
  mondayOf,
  weekdayOf,
} from '../../src/review/local-day.ts';

test('a day and its date are one, as the calendar of the machine has them', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
      fc.pre(!date.startsWith('+') && !date.startsWith('-'));
      expect(dateOf(day)).toBe(date);
      expect(dayOf(date)).toBe(day);
    }),
  );
});

test('a moment in UTC is the machine’s, with milliseconds or without', () => {
  for (const iso of ['2026-11-22T07:00:00.123Z', '1969-12-31T23:59:59Z', '2000-02-29T12:34Z']) {
    expect(epochMs(iso)).toBe(Date.parse(iso));
  }
});

test('a session belongs to the day on which it was lived', () => {
  expect(localMoment('2026-11-22T23:30:00.000Z', 60)).toEqual({
    day: dayOf('2026-11-23'),
    minute: 30,
  });
  expect(localMoment('2026-11-22T02:30:00.000Z', -300)).toEqual({
    day: dayOf('2026-11-21'),
    minute: 21 * 60 + 30,
  });
});

test('weeks begin on Monday, in any year', () => {
  expect(weekdayOf(dayOf('2026-11-22'))).toBe('sun');
  expect(weekdayOf(dayOf('1969-12-29'))).toBe('mon');
  expect(dateOf(mondayOf(dayOf('2026-11-22')))).toBe('2026-11-16');
  expect(dateOf(mondayOf(dayOf('2026-11-16')))).toBe('2026-11-16');
});
