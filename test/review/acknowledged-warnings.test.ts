import { expect, test } from 'vitest';
import { warnings } from '../../src/review/warnings.ts';
import type { Fact, WarningLevel } from '../../src/session/facts.ts';
import { cleared, journal, raised } from './journal-facts.ts';

const acknowledged = (atS: number, level: WarningLevel): Fact => ({
  type: 'warning-acknowledged',
  atMs: atS * 1000,
  level,
  silentUntilMs: atS * 1000 + 60_000,
});

test('A4 a warning was acknowledged when its level first was, also after its end', () => {
  const facts = journal(
    raised(10, 'caution', 91),
    cleared(30, 'caution', 10, 93),
    raised(40, 'over', 102),
    acknowledged(50, 'caution'),
    acknowledged(55, 'caution'),
    raised(60, 'caution', 92),
  );
  expect(warnings(facts, 100_000).map((each) => [each.startS, each.acknowledgedS])).toEqual([
    [10, 50],
    [40, undefined],
    [60, undefined],
  ]);
});

test('D5 the end of a warning whose beginning was lost still tells when it was, and its peak', () => {
  expect(warnings([cleared(30, 'over', 20, 104)], 50_000)).toEqual([
    { level: 'over', startS: 20, endS: 30, peakBpm: 104 },
  ]);
});
