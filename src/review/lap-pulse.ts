import { pulseBetween, trustedMs } from './pulse-between.ts';
import { seconds, tenths } from './rounded.ts';
import type { TrustedSpan } from './trusted-pulse.ts';
import type { Unavailable } from './unavailable.ts';

export type LapPulse = {
  readonly averageBpm: number | Unavailable;
  readonly maxBpm: number | Unavailable;
  /** From the mean of the lap's first 10 s to its highest. */
  readonly riseBpm: number | Unavailable;
  /** Seconds from the lap's end until the pulse was below caution; 0 where it ended below. */
  readonly backBelowS: number | Unavailable;
};

const firstMs = 10_000;
const longestBackMs = 300_000;

const unknown: Unavailable = { unavailable: 'no trusted pulse in this lap' };

/** Of the trusted measurements that came from `fromMs` to `toMs`, averages over their time, and of those soon after. */
export function lapPulse(
  pulse: readonly TrustedSpan[],
  fromMs: number,
  toMs: number,
  cautionBpm: number,
): LapPulse {
  const within = pulseBetween(pulse, fromMs, toMs);
  const knownMs = trustedMs(within);
  const backBelowS = backBelow(pulse, toMs, cautionBpm);
  if (knownMs === 0) {
    return { averageBpm: unknown, maxBpm: unknown, riseBpm: unknown, backBelowS };
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
    backBelowS,
  };
}

function rise(first: readonly TrustedSpan[], maxBpm: number): number | Unavailable {
  if (first.length === 0) return { unavailable: 'the pulse was not known when it began' };
  return tenths(maxBpm - first.reduce((sum, { bpm }) => sum + bpm, 0) / first.length);
}

/** The first trusted value below caution from the lap's end on, within five minutes. */
function backBelow(
  pulse: readonly TrustedSpan[],
  endMs: number,
  cautionBpm: number,
): number | Unavailable {
  const last = pulseBetween(pulse, endMs - firstMs, endMs).at(-1);
  if (last !== undefined && last.bpm < cautionBpm) return 0;
  const back = pulseBetween(pulse, endMs, endMs + longestBackMs).find(
    ({ bpm }) => bpm < cautionBpm,
  );
  if (back !== undefined) return seconds(back.startMs - endMs);
  return { unavailable: 'the pulse was not seen below caution within five minutes' };
}
