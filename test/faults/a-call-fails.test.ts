import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../devices/simulator/random.ts';
import { failEvery, killEvery } from './fail-every.ts';
import { faultyCommands, trainCommand } from './faulty-commands.ts';
import { earlierOf, earlierText, sessionsOf, storingHome } from './storing-home.ts';
import { type Fault, traced, untraceable } from './strace.ts';

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

  test.each([
    ['log', 'note', 'last', 'slept badly'],
    ['log', 'show', '1'],
  ])(
    'D5 %s %s %s: of a newest session that cannot be opened now it says so, and takes no older one',
    async (...args) => {
      const home = storingHome();
      const newest = join(sessionsOf(home), '2026-11-21T070000Z_ne99st.ndjson');
      writeFileSync(newest, earlierText.replace('"cd34ef"', '"ne99st"'), { mode: 0o600 });
      const { calls } = await traced(home, ['log', 'show'], [], [newest]);
      const opened = calls.filter(({ call }) => call === 'openat');
      const first = opened.find(({ line }) => line.includes('ne99st'));
      const onItsThread = opened.filter(({ thread }) => thread === first?.thread);
      const n = onItsThread.findIndex(({ line }) => line.includes('ne99st')) + 1;
      expect(n).toBeGreaterThan(0);
      const fault: Fault = { call: 'openat', when: String(n), does: 'error=EMFILE' };
      const ran = await traced(home, args, [fault], [newest]);
      expect([ran.code, ran.stdout]).toEqual([5, '']);
      expect(ran.stderr).toMatch(/^Cannot read the session .*ne99st.*EMFILE.*no older one.*\.\n$/);
      expect(readFileSync(earlierOf(home), 'utf8')).toBe(earlierText);
    },
    60_000,
  );

  test.each([
    ['import', 'foreign'],
    ['import', 'rr'],
  ])(
    'D5 %s of %s that is there already: where its journal cannot be opened now nothing is taken in, and that is said',
    async (_name, kind) => {
      const home = storingHome();
      const file = join(home, 'old_cd34ef.txt');
      writeFileSync(file, kind === 'rr' ? '800\n810\n790\n' : earlierText);
      const there = earlierOf(home);
      const before = readdirSync(sessionsOf(home));
      const { calls } = await traced(home, ['import', file], [], [there]);
      const opened = calls.filter(({ call }) => call === 'openat');
      const mine = opened.findIndex(({ line }) => line.includes('cd34ef.ndjson'));
      const thread = opened[mine]?.thread;
      const n = opened.slice(0, mine + 1).filter((each) => each.thread === thread).length;
      expect(n).toBeGreaterThan(0);
      for (const added of readdirSync(sessionsOf(home))) {
        if (!before.includes(added)) rmSync(join(sessionsOf(home), added));
      }
      const fault: Fault = { call: 'openat', when: String(n), does: 'error=EMFILE' };
      const ran = await traced(home, ['import', file], [fault], [there]);
      expect([ran.code, ran.stdout]).toEqual([5, '']);
      expect(ran.stderr).toMatch(
        /^Cannot read the session .*cd34ef.*EMFILE.*nothing is taken in.*\.\n$/,
      );
      expect(readdirSync(sessionsOf(home))).toEqual(before);
    },
    60_000,
  );
});
