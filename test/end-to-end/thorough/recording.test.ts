import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/session/facts.ts';
import { emptyFolder, newestJournal, recording, run } from '../pulsepace.ts';

const isThere = existsSync(recording);
if (!isThere) console.warn(`No recordings at ${recording}: the tests on a real heart are skipped.`);

type Crossing = { readonly fromS: number; readonly toS: number | undefined };

/** Session-rules §2 counted by hand: left only after 10 s of values at least 5 below, 1 s or so apart, in an unbroken stretch. */
function count(
  beats: readonly { atMs: number; bpm: number }[],
  isUp: (bpm: number) => boolean,
  clear: number,
) {
  const crossings: Crossing[] = [];
  let from: number | undefined;
  let down: number | undefined;
  let last = 0;
  for (const { atMs, bpm } of beats) {
    if (atMs - last > 3000) down = undefined;
    last = atMs;
    if (from === undefined && isUp(bpm)) from = atMs;
    down = bpm <= clear ? (down ?? atMs) : undefined;
    if (from !== undefined && down !== undefined && atMs - down >= 10_000) {
      crossings.push({ fromS: from / 1000, toS: atMs / 1000 });
      from = undefined;
    }
  }
  return from === undefined ? crossings : [...crossings, { fromS: from / 1000, toS: undefined }];
}

function episodes(facts: readonly Fact[], level: 'caution' | 'over'): Crossing[] {
  const raised = facts.filter((fact) => fact.type === 'warning-raised' && fact.level === level);
  const cleared = facts.filter((fact) => fact.type === 'warning-cleared' && fact.level === level);
  return raised.map(({ atMs }, index) => {
    const end = cleared[index]?.atMs;
    return { fromS: atMs / 1000, toS: end === undefined ? undefined : end / 1000 };
  });
}

describe.skipIf(!isThere)('a real heart that passes 90 and 100 upward and downward', () => {
  test('watch at --speed max: the episodes in the journal are those of an independent count (§2)', async () => {
    const home = emptyFolder();
    const args = ['watch', '--sensor', `replay:${recording}`, '--speed', 'max', '--plain'];
    const { code, stdout, stderr } = await run(home, args);
    expect([code, stderr]).toEqual([0, '']);
    const { header, facts } = newestJournal(home);
    expect(header.source).toBe('replay');
    expect(stdout).toContain('REPLAY');
    const beats = facts.filter(
      (fact) => fact.type === 'measured' && fact.distrust === undefined,
    ) as {
      atMs: number;
      bpm: number;
    }[];
    expect(beats.length).toBeGreaterThan(1200);
    const caution = count(beats, (bpm) => bpm >= 90, 85);
    const over = count(beats, (bpm) => bpm > 100, 95);
    expect(caution.length).toBeGreaterThan(1);
    expect(over.length).toBeGreaterThan(0);
    expect(episodes(facts, 'caution')).toEqual(caution);
    expect(episodes(facts, 'over')).toEqual(over);
  });

  test('train heart ends as the rules say, with its reason, and the journal replays to the same facts (§7)', async () => {
    const home = emptyFolder();
    const { code } = await run(home, [
      'train',
      'heart',
      '--sensor',
      `replay:${recording}`,
      '--speed',
      'max',
    ]);
    expect(code).toBe(0);
    const { facts } = newestJournal(home);
    const end = facts.at(-1);
    expect(end?.type).toBe('session-ended');
    expect(facts.filter((fact) => fact.type === 'session-ended')).toHaveLength(1);
    // The ramp outlasts the longest wait of a rest: two offers unanswered, then the cool-down.
    const offers = facts.filter((fact) => fact.type === 'rest-offered');
    expect(offers.map((fact) => fact.offer)).toEqual([1, 2]);
    expect(end).toMatchObject({ reason: 'rest-unanswered' });
  });

  test('the same recording gives the same facts at every speed, and every time', async () => {
    const facts = async (speed: string) => {
      const { code, stdout } = await run(emptyFolder(), [
        ...['watch', '--sensor', `replay:${recording}`, '--speed', speed, '--json', '--no-log'],
      ]);
      expect(code).toBe(0);
      return stdout
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => JSON.parse(line) as Fact);
    };
    const [first = [], again = [], paced = []] = await Promise.all(
      ['max', 'max', '1000'].map(facts),
    );
    expect(again).toEqual(first);
    expect(paced).toEqual(first);
  });
});
