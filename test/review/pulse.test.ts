import { describe, expect, test } from 'vitest';
import { summarize } from '../../src/review/summary.ts';
import type { Fact } from '../../src/session/facts.ts';
import { openHeader } from '../session/story.ts';
import {
  cleared,
  distrusted,
  happened,
  journal,
  measured,
  over,
  raised,
  steady,
  trust,
} from './journal-facts.ts';

const summaryOf = (...facts: (Fact | Fact[])[]) =>
  summarize(openHeader(), journal(happened(0, 'open-began'), ...facts));

describe('time in zone (analytics §9)', () => {
  test('easy is below caution, caution from caution to the limit inclusive, over above it', () => {
    const { zonesS } = summaryOf(
      measured(0, 89),
      measured(1, 90),
      measured(3, 100),
      measured(6, 101),
      over(10),
    );
    expect(zonesS).toEqual({ easy: 1, caution: 5, over: 4 });
  });

  test('a value holds until the next, six seconds at most; what is beyond is no zone at all', () => {
    const { zonesS, coveragePercent } = summaryOf(
      measured(0, 80),
      measured(4.5, 95),
      measured(12, 80),
      over(20),
    );
    expect(zonesS).toEqual({ easy: 10.5, caution: 6, over: 0 });
    expect(coveragePercent).toBe(82.5);
  });

  test('a value does not hold past the moment trust was lost', () => {
    const { zonesS } = summaryOf(measured(0, 80), trust(2, 'no-contact'), over(20));
    expect(zonesS).toEqual({ easy: 2, caution: 0, over: 0 });
  });

  test('late is not lost: the value holds on', () => {
    const { zonesS } = summaryOf(measured(0, 80), trust(3.001, 'late'), measured(4, 80), over(5));
    expect(zonesS.easy).toBe(5);
  });

  test('distrusted values count as measurements, not as time', () => {
    const { zonesS, measurements } = summaryOf(measured(0, 80), distrusted(1, 250), over(2));
    expect(measurements).toBe(2);
    expect(zonesS).toEqual({ easy: 2, caution: 0, over: 0 });
  });
});

describe('gaps: where the pulse was not known', () => {
  test('the search before the first value, a lost link, silence, and a signal gone until the end', () => {
    const { gaps } = summaryOf(
      measured(3, 80),
      trust(3, 'live'),
      measured(4, 80),
      trust(5, 'lost'),
      measured(20, 80),
      trust(20, 'live'),
      trust(23.001, 'late'),
      trust(26.001, 'lost'),
      measured(40, 80),
      trust(40, 'live'),
      trust(41, 'frozen'),
      over(50),
    );
    expect(gaps).toEqual([
      { startS: 0, endS: 3, reason: 'searching' },
      { startS: 5, endS: 20, reason: 'lost' },
      { startS: 26, endS: 40, reason: 'lost' },
      { startS: 41, endS: 50, reason: 'frozen' },
    ]);
  });

  test('a silence too short to be called lost is no gap', () => {
    const { gaps } = summaryOf(measured(0, 80), trust(3.001, 'late'), measured(5.8, 80), over(6));
    expect(gaps).toEqual([]);
  });

  test('a value that came in the moment the link was lost does not part a gap in two', () => {
    const { gaps } = summaryOf(
      steady(80, 0, 2),
      trust(2, 'lost'),
      measured(4, 80),
      trust(4, 'lost'),
      over(9),
    );
    expect(gaps).toEqual([{ startS: 2, endS: 9, reason: 'lost' }]);
  });

  test('a session without any signal is one gap', () => {
    const { gaps, coveragePercent } = summaryOf(over(30));
    expect(gaps).toEqual([{ startS: 0, endS: 30, reason: 'searching' }]);
    expect(coveragePercent).toBe(0);
  });

  test('a session watched throughout has none', () => {
    expect(summaryOf(steady(80, 0, 30), over(30)).gaps).toEqual([]);
  });
});

describe('warnings are episodes (§2)', () => {
  test('from raised to cleared with the peak the guard saw; easy to over at once begins both, caution first', () => {
    const { warnings } = summaryOf(
      raised(10, 'caution', 105),
      raised(10, 'over', 105),
      cleared(30, 'over', 10, 112),
      cleared(45, 'caution', 10, 112),
      raised(60, 'caution', 92),
      cleared(80, 'caution', 60, 94),
      over(90),
    );
    expect(warnings).toEqual([
      { level: 'caution', startS: 10, endS: 45, peakBpm: 112 },
      { level: 'over', startS: 10, endS: 30, peakBpm: 112 },
      { level: 'caution', startS: 60, endS: 80, peakBpm: 94 },
    ]);
  });

  test('one still on ends with the session, its peak from the trusted values since', () => {
    const { warnings } = summaryOf(
      measured(5, 97),
      raised(10, 'caution', 92),
      measured(11, 96),
      distrusted(12, 250),
      over(20),
    );
    expect(warnings).toEqual([{ level: 'caution', startS: 10, endS: 20, peakBpm: 96 }]);
  });
});
