import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../devices/simulator/random.ts';
import { failEvery, killEvery } from './fail-every.ts';
import { faultyCommands, trainCommand } from './faulty-commands.ts';
import { untraceable } from './strace.ts';

const why = untraceable === undefined ? '' : ` (skipped: ${untraceable})`;
/** Each kind of call that changes something, once early and once late; all of them are failed in `long/`. */
const early: Record<string, readonly number[]> = {
  write: [2, 9],
  fdatasync: [3],
  openat: [5],
  rename: [1],
  mkdir: [2],
};

describe.skipIf(why !== '')(`some calls of the system fail${why}`, () => {
  test('D7 train: paced, warned and told to the end, and nothing is lost in silence', async () => {
    const takes = (call: string, n: number): boolean => early[call]?.includes(n) === true;
    expect(await failEvery(trainCommand(), mulberry32(7), takes)).toBeGreaterThan(8);
  }, 60_000);

  test.each(['export', 'import', 'profile set'])(
    'D7 D9 %s: a sentence, and nothing half done',
    async (name) => {
      const command = faultyCommands[name] ?? trainCommand();
      const takes = (call: string, n: number, how: string): boolean =>
        n === 1 && how === '+' && ['write', 'fsync', 'rename', 'read', 'statx'].includes(call);
      expect(await failEvery(command, mulberry32(7), takes)).toBeGreaterThan(2);
    },
    60_000,
  );

  test.each(['import', 'export'])(
    'D9 %s: killed at any call that changes something, nothing is under the final name, or all of it',
    async (name) => {
      const command = faultyCommands[name] ?? trainCommand();
      const changes = ['write', 'fsync', 'rename'];
      const kills = await killEvery(command, command.holds, (call) => changes.includes(call));
      expect(kills).toBeGreaterThan(2);
    },
    60_000,
  );
});
