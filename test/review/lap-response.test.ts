import { describe, expect, test } from 'vitest';
import { lapResponse } from '../../src/review/lap-response.ts';
import { trustedPulse } from '../../src/review/trusted-pulse.ts';
import type { Fact } from '../../src/session/facts.ts';
import { sourceLimits } from '../../src/session/limits.ts';
import { journal, steady, trust } from './journal-facts.ts';

const endS = 200;
const lap = (change: object = {}) => ({
  startS: 20,
  endS: 60,
  maxBpm: 95,
  interruptions: [],
  ...change,
});
const of = (facts: Fact[], change: object = {}, untilS = endS) =>
  lapResponse(lap(change), trustedPulse(facts, endS * 1000), sourceLimits, untilS * 1000);
const whole = journal(steady(70, 0, 20), steady(95, 20, 75), steady(80, 75, endS));

describe('how the pulse answered a lap', () => {
  test('back below caution counts from the end of moving to the first trusted value below it', () => {
    expect(of(whole).backBelowCautionS).toBe(15);
    const stopped = { interruptions: [{ startS: 50, endS: 60, reason: 'over' }] };
    expect(of(whole, stopped).backBelowCautionS).toBe(25);
    const went = { interruptions: [{ startS: 30, endS: 40, reason: 'caution' }] };
    const twice = journal(
      steady(95, 20, 38),
      steady(80, 38, 50),
      steady(95, 50, 63),
      steady(80, 63, endS),
    );
    expect(of(twice, went).backBelowCautionS).toBe(8);
  });

  test('is 0 where it was below already, absent where caution was never reached', () => {
    const below = journal(steady(95, 20, 40), steady(80, 40, endS));
    expect(of(below).backBelowCautionS).toBe(0);
    expect(of(whole, { maxBpm: 89 })).not.toHaveProperty('backBelowCautionS');
  });

  test('is not known where something else came first, or the pulse did not come back', () => {
    const never = { unavailable: 'not before the next or the end' };
    expect(of(whole, {}, 70).backBelowCautionS).toEqual(never);
    const lost = journal(steady(95, 20, 60), trust(60, 'lost'));
    expect(of(lost).backBelowCautionS).toEqual(never);
  });

  test('coverage is the share of the lap for which the pulse was known', () => {
    expect(of(whole).coveragePercent).toBe(100);
    expect(of(journal(steady(95, 20, 40), trust(40, 'lost'))).coveragePercent).toBe(50);
  });
});
