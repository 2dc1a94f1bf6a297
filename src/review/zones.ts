import type { Limits } from '../session/limits.ts';
import type { Zone } from '../session/zone.ts';
import { seconds } from './rounded.ts';
import type { TrustedSpan } from './trusted-pulse.ts';

export type ZonesS = Readonly<Record<Zone, number>>;

/** Seconds of trusted pulse below caution, from caution to the limit inclusive, and above it; no hysteresis (§2). */
export function zones(pulse: readonly TrustedSpan[], limits: Limits): ZonesS {
  const ms = { easy: 0, caution: 0, over: 0 };
  for (const { startMs, endMs, bpm } of pulse) ms[zoneAt(bpm, limits)] += endMs - startMs;
  return { easy: seconds(ms.easy), caution: seconds(ms.caution), over: seconds(ms.over) };
}

function zoneAt(bpm: number, { cautionBpm, limitBpm }: Limits): Zone {
  if (bpm < cautionBpm) return 'easy';
  return bpm <= limitBpm ? 'caution' : 'over';
}
