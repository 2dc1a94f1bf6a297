import { expect, test } from 'vitest';
import { personOf } from '../../src/commands/person-of.ts';

test('a person is what the profile knows, the age by the year', () => {
  const profile = { schemaVersion: 1, birthYear: 1961, sex: 'female', restingBpm: 62 } as const;
  expect(personOf({ ...profile, irregularRhythm: true, betaBlockers: true }, '2026-11-24')).toEqual(
    {
      sex: 'female',
      ageYears: 65,
      restingBpm: 62,
      irregularRhythm: true,
      betaBlockers: true,
    },
  );
  expect(personOf({ schemaVersion: 1 }, '2026-11-24')).toEqual({});
});
