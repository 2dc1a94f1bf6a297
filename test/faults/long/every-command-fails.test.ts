import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../devices/simulator/random.ts';
import { failEvery } from '../fail-every.ts';
import { faultyCommands } from '../faulty-commands.ts';
import { runSeed } from '../seeded.ts';
import { untraceable } from '../strace.ts';

const why = untraceable === undefined ? '' : ` (skipped: ${untraceable})`;
const seed = runSeed('D7 D9, every command');
const patienceMs = 600_000;

describe.skipIf(why !== '')(`with seed ${seed}${why}`, () => {
  test.each(Object.entries(faultyCommands))(
    'D7 D9 %s: its n-th call fails once and for ever: a sentence, and nothing half done',
    async (_, command) => {
      expect(await failEvery(command, mulberry32(seed))).toBeGreaterThan(1);
    },
    patienceMs,
  );
});
