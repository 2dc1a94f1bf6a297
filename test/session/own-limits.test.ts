import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitsSchema } from '../../src/session/limits-schema.ts';
import { offeredLimits, type Person } from '../../src/session/own-limits.ts';

const offered = (person: Partial<Person>): string => {
  const offer = offeredLimits({ morningsBpm: [], symptomToday: false, ...person });
  return 'none' in offer ? offer.none : `${offer.cautionBpm}–${offer.limitBpm}`;
};

describe('§2 whose limits', () => {
  test.each<[string, Partial<Person>, string]>([
    ['resting 71, the first above 70', { morningsBpm: [71, 71, 71] }, '91–101'],
    ['resting 78', { morningsBpm: [78, 78, 78] }, '98–108'],
    ['resting 95: caution at most 110', { morningsBpm: [95, 95, 95] }, '110–120'],
    ['the median of three, not one', { morningsBpm: [74, 99, 60] }, '94–104'],
    ['the last three, not all', { morningsBpm: [60, 61, 62, 74, 78, 73] }, '94–104'],
    ['a resting pulse of their own', { restingBpm: 80 }, '100–110'],
    ['beta blockers: lower', { morningsBpm: [55, 56, 57], betaBlockers: true }, '76–86'],
    [
      'beta blockers before trained',
      { restingBpm: 56, betaBlockers: true, trained: true, highestBpm: 190 },
      '76–86',
    ],
    ['beta blockers, never below 40', { restingBpm: 15, betaBlockers: true }, '40–50'],
    ['trained, highest measured', { restingBpm: 55, trained: true, highestBpm: 185 }, '107–120'],
    [
      'trained, highest by age (Tanaka 180)',
      { restingBpm: 55, trained: true, ageYears: 40 },
      '105–118',
    ],
    [
      'trained, measured before age',
      { restingBpm: 55, trained: true, highestBpm: 185, ageYears: 80 },
      '107–120',
    ],
    [
      'trained and old: never below the source',
      { restingBpm: 50, trained: true, highestBpm: 140 },
      '90–100',
    ],
  ])('%s', (_, person, limits) => expect(offered(person)).toBe(limits));

  test.each<[string, Partial<Person>, RegExp]>([
    ['resting 70', { morningsBpm: [70, 70, 70] }, /usual limits fit.*90 and 100/],
    ['two mornings', { morningsBpm: [80, 80] }, /1 more morning\./],
    ['no morning', {}, /3 more mornings/],
    ['a symptom today', { restingBpm: 80, symptomToday: true }, /symptom today/],
    [
      'a symptom, on beta blockers',
      { restingBpm: 50, betaBlockers: true, symptomToday: true },
      /symptom/,
    ],
    [
      'an irregular rhythm',
      { restingBpm: 80, irregularRhythm: true },
      /irregular rhythm.*90 and 100/,
    ],
    ['beta blockers at 70', { restingBpm: 70, betaBlockers: true }, /usual limits fit/],
    [
      'trained without highest or age',
      { restingBpm: 50, trained: true },
      /highest pulse is needed/,
    ],
    [
      'trained, highest below resting',
      { restingBpm: 90, trained: true, highestBpm: 95 },
      /does not fit/,
    ],
  ])('%s: nothing is offered, and why', (_, person, words) => {
    expect(offered(person)).toMatch(words);
  });

  test('a highest pulse by age is offered with a warning, a measured one without', () => {
    const by = (more: Partial<Person>) =>
      offeredLimits({
        morningsBpm: [],
        restingBpm: 55,
        trained: true,
        symptomToday: false,
        ...more,
      });
    expect(by({ ageYears: 40 })).toMatchObject({ warning: expect.stringMatching(/208 − 0.7/) });
    expect(by({ highestBpm: 180 })).not.toHaveProperty('warning');
  });

  test('property: every offer is a pair that the guard takes, explained beside 90–100, and only beta blockers lower it', () => {
    const bpm = fc.integer({ min: 25, max: 130 });
    const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
    const person = fc.record({
      morningsBpm: fc.array(bpm, { maxLength: 6 }),
      restingBpm: maybe(bpm),
      betaBlockers: maybe(fc.boolean()),
      irregularRhythm: fc.constant(undefined),
      trained: maybe(fc.boolean()),
      highestBpm: maybe(fc.integer({ min: 60, max: 220 })),
      ageYears: maybe(fc.integer({ min: 10, max: 110 })),
      symptomToday: fc.constant(false),
    });
    fc.assert(
      fc.property(person, (who) => {
        const offer = offeredLimits(who);
        if ('none' in offer) return;
        const { cautionBpm, limitBpm, because } = offer;
        limitsSchema.parse({
          cautionBpm,
          limitBpm,
          cautionOrigin: 'profile',
          limitOrigin: 'profile',
        });
        expect(because).toContain(
          'The usual ones are 90 and 100, for people who have moved little.',
        );
        expect(cautionBpm < 90).toBe(who.betaBlockers === true);
        expect(who.trained === true || cautionBpm <= 110).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
