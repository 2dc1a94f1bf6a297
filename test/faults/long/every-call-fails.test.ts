/**
 * Run by `npm run test:faults`. Which code goes with which call is drawn by chance; the seed is said, and
 * `PULSEPACE_TEST_SEED=N npm run test:faults` draws the same again.
 */
import { describe, expect, test } from 'vitest';
import { failEvery } from '../fail-every.ts';
import { faultyCommands, trainCommand } from '../faulty-commands.ts';
import { runSeed, seeded } from '../seeded.ts';
import { untraceable } from '../strace.ts';

const why = untraceable === undefined ? '' : ` (skipped: ${untraceable})`;
const seed = runSeed('D7, every call');
const patienceMs = 400_000;

describe.skipIf(why !== '')(`with seed ${seed}${why}`, () => {
  test(
    'D7 train: its n-th call fails once and for ever: paced, warned and told to the end, nothing is lost in silence',
    async () => {
      expect(await failEvery(trainCommand(), seeded(seed))).toBeGreaterThan(100);
    },
    patienceMs,
  );

  test.each(Object.entries(faultyCommands))(
    'D7 D9 %s: its n-th call fails once and for ever: a sentence, and nothing half done',
    async (_, command) => {
      expect(await failEvery(command, seeded(seed))).toBeGreaterThan(1);
    },
    patienceMs,
  );
});
