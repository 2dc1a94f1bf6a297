import { pulseBetween, trustedMs } from './pulse-between.ts';
import { tenths } from './rounded.ts';
import type { TrustedSpan } from './trusted-pulse.ts';
import type { Unavailable } from './unavailable.ts';

export type LapPulse = {
  readonly averageBpm: number | Unavailable;
  readonly maxBpm: number | Unavailable;
  /** From the mean of the lap's first 10 s to its highest. */
  readonly riseBpm: number | Unavailable;
};

const firstMs = 10_000;

const unknown: Unavailable = { unavailable: 'no trusted pulse in this lap' };

/** Of the trusted measurements that came from `fromMs` to `toMs`, averages over their time. */
export function lapPulse(pulse: readonly TrustedSpan[], fromMs: number, toMs: number): LapPulse {
  const within = pulseBetween(pulse, fromMs, toMs);
  const knownMs = trustedMs(within);
  if (knownMs === 0) {
    return { averageBpm: unknown, maxBpm: unknown, riseBpm: unknown };
  }
  let beatMs = 0;
  let maxBpm = 0;
  for (const { startMs, endMs, bpm } of within) {
    beatMs += bpm * (endMs - startMs);
    maxBpm = Math.max(maxBpm, bpm);
  }
  return {
    averageBpm: tenths(beatMs / knownMs),
    maxBpm,
    riseBpm: rise(pulseBetween(pulse, fromMs, Math.min(toMs, fromMs + firstMs)), maxBpm),
  };
}

function rise(first: readonly TrustedSpan[], maxBpm: number): number | Unavailable {
  if (first.length === 0) return { unavailable: 'the pulse was not known when it began' };
  return tenths(maxBpm - first.reduce((sum, { bpm }) => sum + bpm, 0) / first.length);
}
