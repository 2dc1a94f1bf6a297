import type { Fact } from '../session/facts.ts';
import type { Limits } from '../session/limits.ts';
import type { Zone } from '../session/zone.ts';
import { seconds } from './rounded.ts';
import type { TrustedSpan } from './trusted-pulse.ts';

export type ZonesS = Readonly<Record<Zone, number>>;

/**
 * Seconds of trusted pulse below caution, from caution to the limit inclusive, and above it; no hysteresis (§2). Each
 * value counts by the limits of its time, where a key has changed those the session began with.
 */
export function zones(
  pulse: readonly TrustedSpan[],
  atFirst: Limits,
  facts: readonly Fact[],
): ZonesS {
  const changes = facts.filter((fact) => fact.type === 'limits-changed');
  const ms = { easy: 0, caution: 0, over: 0 };
  let limits = atFirst;
  let next = 0;
  for (const { startMs, endMs, bpm } of pulse) {
    for (let change = changes[next]; change && change.atMs <= startMs; change = changes[next]) {
      limits = change.limits;
      next += 1;
    }
    ms[zoneAt(bpm, limits)] += endMs - startMs;
  }
  return { easy: seconds(ms.easy), caution: seconds(ms.caution), over: seconds(ms.over) };
}

function zoneAt(bpm: number, { cautionBpm, limitBpm }: Limits): Zone {
  if (bpm < cautionBpm) return 'easy';
  return bpm <= limitBpm ? 'caution' : 'over';
}
