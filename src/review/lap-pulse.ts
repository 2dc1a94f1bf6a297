import { pulseBetween, trustedMs } from './pulse-between.ts';
import { tenths } from './rounded.ts';
import type { TrustedSpan } from './trusted-pulse.ts';
import type { Unavailable } from './unavailable.ts';

export type LapPulse = {
  readonly averageBpm: number | Unavailable;
  readonly maxBpm: number | Unavailable;
};

const unknown: Unavailable = { unavailable: 'no trusted pulse in this lap' };

/** Average over trusted time and highest value, of the trusted measurements that came from `fromMs` to `toMs`. */
export function lapPulse(pulse: readonly TrustedSpan[], fromMs: number, toMs: number): LapPulse {
  const within = pulseBetween(pulse, fromMs, toMs);
  const knownMs = trustedMs(within);
  if (knownMs === 0) return { averageBpm: unknown, maxBpm: unknown };
  let beatMs = 0;
  let maxBpm = 0;
  for (const { startMs, endMs, bpm } of within) {
    beatMs += bpm * (endMs - startMs);
    maxBpm = Math.max(maxBpm, bpm);
  }
  return { averageBpm: tenths(beatMs / knownMs), maxBpm };
}
