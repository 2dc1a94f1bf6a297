import { describe, expect, test } from 'vitest';
import { backBelowCaution } from '../../src/review/back-below-caution.ts';
import type { Lap } from '../../src/review/laps.ts';
import { limitStretches } from '../../src/review/limit-stretches.ts';
import { summarize } from '../../src/review/summary.ts';
import { trustedPulse } from '../../src/review/trusted-pulse.ts';
import type { Fact } from '../../src/session/facts.ts';
import { sourceLimits } from '../../src/session/limits.ts';
import { headerOf, plainRoutine } from '../session/story.ts';
import { began, ended, journal, over, steady, trust } from './journal-facts.ts';

const endS = 200;
const stop = (startS: number, untilS: number, reason: 'caution' | 'over') => ({
  interruptions: [{ startMs: startS * 1000, endMs: untilS * 1000, reason }],
});
const of = (facts: Fact[], change: Partial<Lap> = {}, untilS = endS) =>
  backBelowCaution(
    { startMs: 20_000, endMs: 60_000, interruptions: [], ...change },
    trustedPulse(facts, endS * 1000),
    limitStretches(sourceLimits, facts, endS * 1000),
    untilS * 1000,
  );
const whole = journal(steady(70, 0, 20), steady(95, 20, 75), steady(80, 75, endS));
const changed = (atS: number, cautionBpm: number): Fact => ({
  type: 'limits-changed',
  atMs: atS * 1000,
  limits: { ...sourceLimits, cautionBpm },
});

describe('back below caution', () => {
  test('counts from the end of moving to the first trusted value below it, the longest of its stops', () => {
    expect(of(whole)).toBe(15);
    expect(of(whole, stop(50, 60, 'over'))).toBe(25);
    const twice = journal(
      steady(95, 20, 38),
      steady(80, 38, 50),
      steady(95, 50, 63),
      steady(80, 63, endS),
    );
    expect(of(twice, stop(30, 40, 'caution'))).toBe(8);
  });

  test('is 0 where it was below already, nothing where caution was never reached', () => {
    expect(of(journal(steady(95, 20, 40), steady(80, 40, endS)))).toBe(0);
    expect(of(journal(steady(89, 20, endS)))).toBe(undefined);
  });

  test('goes by the caution that a key had set by then', () => {
    expect(of(journal(whole, changed(30, 96)))).toBe(undefined);
    expect(of(journal(whole, changed(30, 80)))).toHaveProperty('unavailable');
    expect(of(journal(steady(82, 0, 75), steady(76, 75, endS), changed(30, 80)))).toBe(15);
  });

  test('is not known where something else came first, or the pulse did not come back', () => {
    const never = { unavailable: 'not before the next or the end' };
    expect(of(whole, {}, 70)).toEqual(never);
    expect(of(journal(steady(95, 20, 60), trust(60, 'lost')))).toEqual(never);
  });

  test('of each lap stands in the summary, until the next one begins', () => {
    const facts = journal(
      whole,
      began(20),
      ended(60, 'done'),
      began(70, 1),
      ended(72, 'done', 1),
      over(endS),
    );
    const { laps } = summarize(headerOf(plainRoutine(2)), facts);
    expect(laps.map(({ backBelowS }) => backBelowS)).toEqual([
      { unavailable: 'not before the next or the end' },
      3,
    ]);
  });
});
