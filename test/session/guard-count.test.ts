import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from '../../src/session/facts.ts';
import { type Limits, sourceLimits } from '../../src/session/limits.ts';
import { runs } from '../runs.ts';
import { randomSession } from './random-session.ts';
import { tell, tick } from './story.ts';

test('A3 every crossing by trusted values is a fact: the guard agrees with a count over the journal', () => {
  fc.assert(
    fc.property(randomSession, ({ header, inputs }) => {
      const { facts } = tell(header, [...inputs, tick(1300)]);
      expect(guardsOwn(facts, 'caution')).toEqual(
        crossings(facts, ({ cautionBpm }) => ({
          in: cautionBpm,
          down: cautionBpm - 5,
        })),
      );
      expect(guardsOwn(facts, 'over')).toEqual(
        crossings(facts, ({ limitBpm }) => ({
          in: limitBpm + 1,
          down: limitBpm - 5,
        })),
      );
    }),
    { numRuns: runs(250) },
  );
});

type Crossing = { onsetMs: number; peakBpm: number; endMs?: number };

/** Session rules §2, counted by hand: in by the first value, out by 10 s at least 5 bpm below without a gap over 3 s. */
function crossings(
  facts: readonly Fact[],
  numbersOf: (limits: Limits) => { in: number; down: number },
) {
  let numbers = numbersOf(sourceLimits);
  const found: Crossing[] = [];
  let before = { atMs: 0, bpm: 0, downMs: Number.NaN, cutOff: true };
  for (const fact of facts) {
    if (fact.type === 'limits-changed') {
      numbers = numbersOf(fact.limits);
      before = { ...before, downMs: Number.NaN };
      countAnew(found, fact.atMs, before, numbers.in);
    }
    if (isLoss(fact)) before = { ...before, cutOff: true };
    if (fact.type !== 'measured' || fact.distrust !== undefined) continue;
    const { atMs, bpm } = fact;
    const unbroken = !before.cutOff && atMs - before.atMs <= 3000 && !Number.isNaN(before.downMs);
    const sinceMs = unbroken ? before.downMs : atMs;
    before = { atMs, bpm, downMs: bpm <= numbers.down ? sinceMs : Number.NaN, cutOff: false };
    count(found, { atMs, bpm, isIn: bpm >= numbers.in, downForMs: atMs - before.downMs });
  }
  return found;
}

const isLoss = (fact: Fact): boolean =>
  (fact.type === 'link-changed' && fact.link.status === 'lost') ||
  fact.type === 'slept' ||
  (fact.type === 'trust-changed' && fact.trust === 'frozen');

/** At new limits the value that is known and fresh counts once more. */
function countAnew(
  found: Crossing[],
  nowMs: number,
  { atMs, bpm, cutOff }: { atMs: number; bpm: number; cutOff: boolean },
  inBpm: number,
): void {
  const isFresh = !cutOff && nowMs - atMs <= 3000;
  if (isFresh) count(found, { atMs: nowMs, bpm, isIn: bpm >= inBpm, downForMs: 0 });
}

type Value = { atMs: number; bpm: number; isIn: boolean; downForMs: number };

function count(found: Crossing[], { atMs, bpm, isIn, downForMs }: Value): void {
  const last = found.at(-1);
  if (last === undefined || last.endMs !== undefined) {
    if (isIn) found.push({ onsetMs: atMs, peakBpm: bpm });
    return;
  }
  last.peakBpm = Math.max(last.peakBpm, bpm);
  if (downForMs >= 10_000) last.endMs = atMs;
}

function guardsOwn(facts: readonly Fact[], level: 'caution' | 'over'): Crossing[] {
  const found: Crossing[] = [];
  for (const fact of facts) {
    const last = found.at(-1);
    if (fact.type === 'warning-raised' && fact.level === level) {
      found.push({ onsetMs: fact.atMs, peakBpm: fact.bpm });
    } else if (fact.type === 'warning-cleared' && fact.level === level && last !== undefined) {
      expect(fact.onsetMs).toBe(last.onsetMs);
      last.endMs = fact.atMs;
      last.peakBpm = fact.peakBpm;
    } else if (
      fact.type === 'measured' &&
      fact.distrust === undefined &&
      last &&
      last.endMs === undefined
    ) {
      last.peakBpm = Math.max(last.peakBpm, fact.bpm);
    }
  }
  return found;
}
