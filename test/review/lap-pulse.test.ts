import { expect, test } from 'vitest';
import { lapPulse } from '../../src/review/lap-pulse.ts';
import { trustedPulse } from '../../src/review/trusted-pulse.ts';
import { journal, steady } from './journal-facts.ts';

const pulse = trustedPulse(
  journal(steady(70, 0, 20), steady(95, 20, 70), steady(89, 70, 100)),
  100_000,
);

test('the rise is from the mean of the first 10 s to the highest', () => {
  expect(lapPulse(pulse, 0, 60_000)).toMatchObject({ maxBpm: 95, riseBpm: 25 });
});

test('without a pulse there is none', () => {
  expect(lapPulse([], 0, 60_000)).toMatchObject({
    riseBpm: { unavailable: 'no trusted pulse in this lap' },
  });
});
