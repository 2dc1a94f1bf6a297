import { describe, expect, test } from 'vitest';
import { killEvery } from '../fail-every.ts';
import { faultyCommands, trainCommand } from '../faulty-commands.ts';
import { laterLines } from '../storing-home.ts';
import { untraceable } from '../strace.ts';

const why = untraceable === undefined ? '' : ` (skipped: ${untraceable})`;
const patienceMs = 600_000;

describe.skipIf(why !== '')(`kill -9 at every call of the system${why}`, () => {
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
