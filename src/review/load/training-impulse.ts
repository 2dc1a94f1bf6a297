import { trustedMs } from '../pulse-between.ts';
import type { TrustedSpan } from '../trusted-pulse.ts';
import type { Unavailable } from '../unavailable.ts';
import { zoneAt, zonesOfHighest } from './intensity-zones.ts';
import type { Person } from './person.ts';

/** How a load was counted; loads of different indices are never added up. */
export type LoadIndex = 'banister-men' | 'banister-women' | 'edwards';

/** The load of a session; `isScaled` where more than a fifth of its pulse was missing and the rest stands for all of it. */
export type Load = {
  readonly index: LoadIndex;
  readonly value: number;
  readonly missingPercent: number;
  readonly isScaled: boolean;
};

const mostMissing = 0.2;
const minuteMs = 60_000;

const banisterOf = {
  male: { index: 'banister-men', k: 0.64, b: 1.92 },
  female: { index: 'banister-women', k: 0.86, b: 1.67 },
} as const;

/**
 * Banister's training impulse (1991; Morton 1990), k and b by sex: minutes × x × k e^(b x), x the share of the reserve,
 * summed over the samples of a session of `endMs`, not from its mean.
 */
export function banisterLoad(
  pulse: readonly TrustedSpan[],
  endMs: number,
  { sex, restingBpm, highestBpm }: Person,
): Load | Unavailable {
  if (sex === undefined) return { unavailable: 'it needs your sex: the formula differs' };
  if (restingBpm === undefined || highestBpm === undefined)
    return { unavailable: 'it needs your resting and your highest pulse' };
  if (!(highestBpm > restingBpm))
    return { unavailable: 'your highest pulse is not above your resting pulse' };
  const { index, k, b } = banisterOf[sex];
  return loadOf(index, pulse, endMs, (bpm) => {
    const x = Math.max(0, (bpm - restingBpm) / (highestBpm - restingBpm));
    return x * k * Math.exp(b * x);
  });
}

/** Edwards 1993: minutes in 50–60–70–80–90–100 % of the highest pulse times 1–5; below 50 % counts nothing. */
export function edwardsLoad(
  pulse: readonly TrustedSpan[],
  endMs: number,
  { highestBpm }: Person,
): Load | Unavailable {
  if (highestBpm === undefined) return { unavailable: 'it needs your highest pulse' };
  const bounds = zonesOfHighest(highestBpm);
  return loadOf('edwards', pulse, endMs, (bpm) => zoneAt(bpm, bounds));
}

function loadOf(
  index: LoadIndex,
  pulse: readonly TrustedSpan[],
  endMs: number,
  perMinute: (bpm: number) => number,
): Load | Unavailable {
  const knownMs = trustedMs(pulse);
  if (!(endMs > 0) || knownMs <= 0) return { unavailable: 'the pulse was never known' };
  const missing = Math.max(0, 1 - knownMs / endMs);
  const isScaled = missing > mostMissing;
  const sum = pulse.reduce(
    (load, span) => load + ((span.endMs - span.startMs) / minuteMs) * perMinute(span.bpm),
    0,
  );
  const value = isScaled ? (sum * endMs) / knownMs : sum;
  return { index, value, missingPercent: 100 * missing, isScaled };
}
