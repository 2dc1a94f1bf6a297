/**
 * Run by `npm run test:faults`. Which code goes with which call is drawn by chance; the seed is said, and
 * `PULSEPACE_TEST_SEED=N npm run test:faults` draws the same again.
 */
import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../devices/simulator/random.ts';
import { failEvery } from '../fail-every.ts';
import { trainCommand } from '../faulty-commands.ts';
import { runSeed } from '../seeded.ts';
import { untraceable } from '../strace.ts';

const why = untraceable === undefined ? '' : ` (skipped: ${untraceable})`;
const seed = runSeed('D7, every call');
const patienceMs = 600_000;

describe.skipIf(why !== '')(`with seed ${seed}${why}`, () => {
  test(
    'D7 train: its n-th call fails once and for ever: paced, warned and told to the end, nothing is lost in silence',
    async () => {
      expect(await failEvery(trainCommand(), mulberry32(seed))).toBeGreaterThan(100);
    },
    patienceMs,
  );
});
