import type { Fact } from '../../session/facts.ts';
import type { SessionHeader } from '../../session/header.ts';
import { isRealHeart } from '../real-heart.ts';
import { sessionEnd } from '../session-end.ts';
import { trustedPulse } from '../trusted-pulse.ts';
import { type HighestPulse, highestPulse } from './highest-pulse.ts';
import {
  type IntensityZonesS,
  intensityZones,
  type ZoneBoundsBpm,
  zonesOfHighest,
  zonesOfReserve,
} from './intensity-zones.ts';
import type { Person } from './person.ts';

/** How hard the heart worked, against the person's own highest pulse and, where it is known, the pulse at rest. */
export type SessionIntensity = {
  /** Of the reserve between rest and highest (Karvonen 1957), or of the highest alone (Edwards 1993). */
  readonly of: 'reserve' | 'highest';
  readonly restingBpm?: number;
  readonly restingFrom?: 'profile' | 'mornings';
  readonly highest: HighestPulse;
  readonly boundsBpm: ZoneBoundsBpm;
  readonly zonesS: IntensityZonesS;
};

/**
 * Undefined where the profile does not allow it: no highest pulse or age, an irregular rhythm or pacemaker, an age alone with
 * beta blockers; and for no real heart.
 */
export function sessionIntensity(
  header: Pick<SessionHeader, 'source'>,
  journal: readonly Fact[],
  person: Person,
): SessionIntensity | undefined {
  const highest = highestPulse(person.highestBpm, person.ageYears);
  const isUnfit = person.irregularRhythm === true || !isRealHeart(header);
  if (highest === undefined || isUnfit) return undefined;
  if (person.betaBlockers === true && highest.from !== 'measured') return undefined;
  const { facts, atMs } = sessionEnd(journal);
  const { restingBpm, isRestingOfMornings = false } = person;
  const isReserve = restingBpm !== undefined && restingBpm < highest.bpm;
  const boundsBpm = isReserve
    ? zonesOfReserve(restingBpm, highest.bpm)
    : zonesOfHighest(highest.bpm);
  return {
    of: isReserve ? 'reserve' : 'highest',
    ...(isReserve && {
      restingBpm,
      restingFrom: isRestingOfMornings ? ('mornings' as const) : ('profile' as const),
    }),
    highest,
    boundsBpm,
    zonesS: intensityZones(trustedPulse(facts, atMs), boundsBpm, highest.bpm, atMs),
  };
}
