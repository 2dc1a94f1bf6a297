import type { Fault } from '../devices/simulator/fault.ts';
import { PERSONS, type Person } from '../devices/simulator/persons.ts';
import { mulberry32 } from '../devices/simulator/random.ts';
import { type Limits, sourceLimits } from '../src/session/limits.ts';

export type Kind = {
  readonly name: string;
  readonly person: Person;
  readonly isBetaBlocked: boolean;
};

const personOf = (name: string): Person => {
  const person = PERSONS.find((each) => each.name === name);
  if (person === undefined) throw new Error(`The simulator has no person named ${name}.`);
  return person;
};

const kind = (name: string, person: string, change: Partial<Person> = {}): Kind => ({
  name,
  person: { ...personOf(person), ...change },
  isBetaBlocked: person === 'beta-blocked',
});

export const KINDS: readonly Kind[] = [
  kind('sedentary 35', 'sedentary'),
  kind('untrained 55', 'untrained'),
  kind('elderly 75', 'older'),
  kind('deconditioned', 'deconditioned', { restingBpm: 85 }),
  kind('fit 40', 'fit'),
  kind('beta blockers 65', 'beta-blocked'),
];

/** The heart of one of this kind, on one of its days: resting pulse and fitness vary about the kind's. */
export function heartOf({ person }: Kind, seed: number): Person {
  const lot = mulberry32(seed * 7919 + person.restingBpm);
  return {
    ...person,
    restingBpm: Math.round(person.restingBpm + (lot() - 0.5) * 6),
    metMax: person.metMax * (0.92 + lot() * 0.16),
  };
}

/** A strap that loses its link for 4–30 s, once or twice in a session, as straps do. */
export function dropoutsOf(seed: number): readonly Fault[] {
  const lot = mulberry32(seed * 104_729 + 1);
  return Array.from({ length: 1 + Math.floor(lot() * 2) }, () => {
    const fromMs = Math.round(60_000 + lot() * 1_200_000);
    return { kind: 'dropout', fromMs, untilMs: fromMs + Math.round(4000 + lot() * 26_000) };
  });
}

/** The limits the program would offer for this resting pulse (session rules §2). */
export function ownLimits({ isBetaBlocked }: Kind, restingBpm: number): Limits {
  if (!isBetaBlocked && restingBpm <= 70) return sourceLimits;
  const caution = isBetaBlocked
    ? Math.min(90, restingBpm + 20)
    : Math.min(110, Math.max(90, restingBpm + 20));
  return {
    cautionBpm: caution,
    limitBpm: caution + 10,
    cautionOrigin: 'profile',
    limitOrigin: 'profile',
  };
}
