import { seconds } from '../rounded.ts';
import type { TrustedSpan } from '../trusted-pulse.ts';
import type { Unavailable } from '../unavailable.ts';
import { highestPulse } from './highest-pulse.ts';
import type { Person } from './person.ts';

/** Gross energy of the time the formula was made for, and how much time it leaves out. */
export type Energy = {
  readonly energyKj: number;
  readonly energyKcal: number;
  readonly countedS: number;
  /** Trusted pulse outside of the formula's range, or below 90 bpm. */
  readonly leftOutS: number;
};

const kjPerKcal = 4.184;
const leastBpm = 90;
const [leastOfHighest, mostOfHighest] = [0.57, 0.9];
const [youngest, oldest] = [18, 45];
const [lightestKg, heaviestKg] = [47, 120];

/** Keytel 2005 (J Sports Sci 23:289), kJ a minute from bpm, kg and years. */
export function keytelKjPerMinute(
  sex: 'female' | 'male',
  bpm: number,
  weightKg: number,
  ageYears: number,
): number {
  return sex === 'male'
    ? -55.0969 + 0.6309 * bpm + 0.1988 * weightKg + 0.2017 * ageYears
    : -20.4022 + 0.4472 * bpm - 0.1263 * weightKg + 0.074 * ageYears;
}

/** Energy by Keytel, only inside its range: 18–45 years, 47–120 kg, 57–90 % of the highest pulse and 90 bpm at least. */
export function energy(pulse: readonly TrustedSpan[], person: Person): Energy | Unavailable {
  const { sex, ageYears, weightKg } = person;
  if (sex === undefined || ageYears === undefined || weightKg === undefined)
    return { unavailable: 'it needs your sex, age and weight' };
  if (ageYears < youngest || ageYears > oldest)
    return outside(`it was made on people of ${youngest}–${oldest} years`);
  if (weightKg < lightestKg || weightKg > heaviestKg)
    return outside(`it was made on people of ${lightestKg}–${heaviestKg} kg`);
  const highestBpm = highestPulse(person.highestBpm, ageYears)?.bpm ?? 0;
  const fromBpm = Math.max(leastBpm, leastOfHighest * highestBpm);
  const toBpm = mostOfHighest * highestBpm;
  let energyKj = 0;
  let countedMs = 0;
  let leftOutMs = 0;
  for (const { startMs, endMs, bpm } of pulse) {
    const heldMs = endMs - startMs;
    if (bpm < fromBpm || bpm > toBpm) leftOutMs += heldMs;
    else {
      countedMs += heldMs;
      energyKj += keytelKjPerMinute(sex, bpm, weightKg, ageYears) * (heldMs / 60_000);
    }
  }
  if (countedMs <= 0)
    return outside(`the pulse was never between ${Math.ceil(fromBpm)} and ${Math.floor(toBpm)}`);
  const energyKcal = energyKj / kjPerKcal;
  return { energyKj, energyKcal, countedS: seconds(countedMs), leftOutS: seconds(leftOutMs) };
}

const outside = (why: string): Unavailable => ({ unavailable: `estimate outside range: ${why}` });
