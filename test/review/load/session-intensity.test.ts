import { describe, expect, test } from 'vitest';
import { intensityRows, intensitySource } from '../../../src/review/intensity-words.ts';
import { sessionIntensity } from '../../../src/review/load/session-intensity.ts';
import { journal, over, steady } from '../journal-facts.ts';

const facts = journal(steady(80, 0, 60), steady(116, 60, 120), steady(130, 120, 180), over(180));
const of = (
  person: Parameters<typeof sessionIntensity>[2],
  source: 'strap' | 'simulator' = 'strap',
) => sessionIntensity({ source }, facts, person);

describe('intensity against the person’s own numbers', () => {
  test('by the reserve where rest and highest are known (Karvonen 1957), with where they come from', () => {
    const found = of({ restingBpm: 62, highestBpm: 170 });
    if (found === undefined) throw new Error('There is none.');
    expect(found).toMatchObject({ of: 'reserve', boundsBpm: [116, 126.8, 137.6, 148.4, 159.2] });
    const rows = intensityRows(found);
    expect(rows.map(({ share, range }) => [share, range])).toEqual([
      ['below 50 %', 'below 116'],
      ['50–60 %', '116–126'],
      ['60–70 %', '127–137'],
    ]);
    expect(rows.map(({ seconds }) => Math.round(seconds))).toEqual([60, 60, 60]);
    expect(intensitySource(found)).toBe(
      'shares of the reserve between rest and highest (Karvonen): pulse at rest 62, from the profile; highest pulse 170, from the profile',
    );
  });

  test('of the highest alone where no rest is known, and an estimate is called one', () => {
    const found = of({ ageYears: 40 });
    if (found === undefined) throw new Error('There is none.');
    expect(found).toMatchObject({ of: 'highest', boundsBpm: [90, 108, 126, 144, 162] });
    expect(intensitySource(found)).toMatch(
      /^shares of the highest pulse: highest pulse 180, estimated from age .*10 off/,
    );
  });

  test('the median of the mornings is named as that', () => {
    const found = of({ restingBpm: 62, isRestingOfMornings: true, highestBpm: 170 });
    expect(found && intensitySource(found)).toContain('62, the median of the mornings;');
  });

  test('a pulse above the highest says that the highest is too low', () => {
    const found = of({ highestBpm: 125 });
    expect(found && intensitySource(found)).toContain('so it is too low');
  });

  test('is not told without a highest pulse, by age with beta blockers, with an irregular rhythm, of no real heart', () => {
    expect(of({ restingBpm: 62 })).toBeUndefined();
    expect(of({ ageYears: 40, betaBlockers: true })).toBeUndefined();
    expect(of({ highestBpm: 150, betaBlockers: true })).toBeDefined();
    expect(of({ highestBpm: 170, irregularRhythm: true })).toBeUndefined();
    expect(of({ highestBpm: 170 }, 'simulator')).toBeUndefined();
  });
});
