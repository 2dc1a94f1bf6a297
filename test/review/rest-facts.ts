import type { Fact } from '../../src/session/facts.ts';

const beats: readonly Fact[] = Array.from({ length: 60 }, (_, i) => ({
  type: 'measured',
  atMs: 1000 * (i + 1),
  bpm: 60,
  rrIntervalsMs: [1000 + 20 * Math.sin(i)],
}));

/** A minute at rest whose beats vary. */
export const restFacts: readonly Fact[] = [
  { type: 'baseline-began', atMs: 0, lengthMs: 61_000 },
  ...beats,
  { type: 'baseline-ended', atMs: 61_000, restingBpm: 60, isRaised: false },
];
