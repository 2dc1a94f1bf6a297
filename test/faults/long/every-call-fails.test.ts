/**
 * Run by `npm run test:faults`. Which code goes with which call is drawn by chance; the seed is said, and
 * `PULSEPACE_TEST_SEED=N npm run test:faults` draws the same again.
 */
import { describe, expect, test } from 'vitest';
import { failEvery, killEvery } from '../fail-every.ts';
import { faultyCommands, trainCommand } from '../faulty-commands.ts';
import { runSeed, seeded } from '../seeded.ts';
import { laterLines } from '../storing-home.ts';
import { untraceable } from '../strace.ts';

const why = untraceable === undefined ? '' : ` (skipped: ${untraceable})`;
const seed = runSeed('D7, every call');
const patienceMs = 240_000;

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

  test(
    'D1 train: killed at its n-th call, every fact whose write returned is read back, one more at most',
    async () => {
      const kills = await killEvery(trainCommand(), (home, run, reference) => {
        const told = reference.stdout.trimEnd().split('\n').slice(1);
        const stored = laterLines(home);
        expect(stored.slice(1)).toEqual(told.slice(0, Math.max(0, stored.length - 1)));
        const returned = run.calls.filter(
          ({ call, line }) => call === 'write' && line.includes('.ndjson>') && / = \d+$/.test(line),
        );
        expect(stored.length).toBeGreaterThanOrEqual(returned.length);
        expect(stored.length).toBeLessThanOrEqual(returned.length + 1);
      });
      expect(kills).toBeGreaterThan(50);
    },
    patienceMs,
  );

  test.each(['export', 'import', 'log list'])(
    'D9 %s: killed at its n-th call it leaves nothing under the final name, or all of it',
    async (name) => {
      const command = faultyCommands[name] ?? trainCommand();
      expect(await killEvery(command, command.holds)).toBeGreaterThan(5);
    },
    patienceMs,
  );
});
