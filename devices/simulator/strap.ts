import { encodeHeartRateMeasurement } from '../heart-rate-measurement.ts';
import { type Fault, isInForce } from './fault.ts';
import { createHeart, metOf } from './heart.ts';
import { distort } from './measurement-faults.ts';
import type { Person } from './persons.ts';

/** Weight of the newest beat in the strap's own smoothed rate. */
const SMOOTHING = 0.25;
/** What fits beside 8-bit bpm and energy in the 20 bytes of the smallest notification is 8; without energy it is 9. */
const MANY_RR = 9;
const ENERGY_EVERY_S = 10;
/** 1 kcal an hour for each kilogram and MET, for 75 kg. */
const KJ_PER_MET_SECOND = (4.184 * 75) / 3600;

/** A strap on a simulated chest: the bytes it would notify, second by second. */
export type Strap = {
  /** The packet due at this time (ms since the start, ascending), with the RR that ended since the one before. */
  readonly packetAt: (atMs: number, effort: number, isUpright?: boolean) => Uint8Array;
};

export function createStrap(person: Person, seed: number, faults: readonly Fault[]): Strap {
  const heart = createHeart(person, seed);
  let smoothedBpm = person.restingBpm;
  let energyKj = 0;
  let heldRrMs: number[] = [];
  let lastPacket: Uint8Array | undefined;
  let lastMs = 0;

  function beatUntil(atMs: number, effort: number, isUpright: boolean): number[] {
    const endedRrMs = heart.beatUntil(atMs, effort, isUpright);
    for (const rrMs of endedRrMs) smoothedBpm += SMOOTHING * (60_000 / rrMs - smoothedBpm);
    energyKj += (metOf(effort) * KJ_PER_MET_SECOND * (atMs - lastMs)) / 1000;
    lastMs = atMs;
    return endedRrMs;
  }

  function releaseRr(atMs: number, endedRrMs: readonly number[]): number[] {
    const waitingRrMs = [...heldRrMs, ...endedRrMs];
    const hold = isInForce(faults, 'many-rr', atMs) && waitingRrMs.length < MANY_RR;
    const sentRrMs = hold ? [] : waitingRrMs.slice(0, MANY_RR);
    heldRrMs = waitingRrMs.slice(sentRrMs.length);
    return sentRrMs;
  }

  function freshPacket(atMs: number, endedRrMs: readonly number[]): Uint8Array {
    const hasEnergy =
      isInForce(faults, 'energy', atMs) && Math.round(atMs / 1000) % ENERGY_EVERY_S === 0;
    const measurement = {
      bpm: smoothedBpm,
      rrIntervalsMs: releaseRr(atMs, endedRrMs),
      skinContact: true,
      ...(hasEnergy ? { energyKj } : {}),
    };
    return encodeHeartRateMeasurement(distort(measurement, faults, atMs), {
      wide: isInForce(faults, 'wide', atMs),
    });
  }

  return {
    packetAt(atMs, effort, isUpright = false) {
      const endedRrMs = beatUntil(atMs, effort, isUpright);
      const frozen = isInForce(faults, 'freeze', atMs) ? lastPacket : undefined;
      const packet = frozen ?? freshPacket(atMs, endedRrMs);
      lastPacket = packet;
      return isInForce(faults, 'garbled', atMs) ? packet.subarray(0, 1) : packet;
    },
  };
}
