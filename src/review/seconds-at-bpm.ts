import { tenths } from './rounded.ts';
import type { TrustedSpan } from './trusted-pulse.ts';

/**
 * For how many seconds the pulse was at each whole bpm, from `fromBpm` upwards; empty where it was never known. All
 * that zones and load are made of, whatever limits, resting and highest pulse they are later reckoned with.
 */
export type SecondsAtBpm = { readonly fromBpm: number; readonly seconds: readonly number[] };

/** Trust ends at 240; what a damaged file claims beyond that has no room here. */
const highestBpm = 300;

export function secondsAtBpm(pulse: readonly TrustedSpan[]): SecondsAtBpm {
  const ms: number[] = [];
  for (const { startMs, endMs, bpm } of pulse) {
    const at = Math.round(bpm);
    if (at < 0 || at > highestBpm) continue;
    ms[at] = (ms[at] ?? 0) + endMs - startMs;
  }
  const fromBpm = ms.findIndex((each) => each !== undefined);
  if (fromBpm < 0) return { fromBpm: 0, seconds: [] };
  const seconds = Array.from(ms.slice(fromBpm), (each = 0) => tenths(each / 1000));
  return { fromBpm, seconds };
}
