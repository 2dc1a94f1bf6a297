import { sourceLimits } from './limits.ts';

/** What own limits are made of (§2). */
export type Person = {
  /** Resting pulses of the last mornings, oldest first, one a morning; only the last three are used. */
  readonly morningsBpm: readonly number[];
  /** A resting pulse of their own, in place of the mornings'. */
  readonly restingBpm?: number | undefined;
  readonly betaBlockers?: boolean | undefined;
  readonly irregularRhythm?: boolean | undefined;
  readonly trained?: boolean | undefined;
  /** Measured, in a test of their own. */
  readonly highestBpm?: number | undefined;
  readonly ageYears?: number | undefined;
  readonly symptomToday: boolean;
};

/** Own limits to be offered, never imposed; `because` names the usual ones beside them. */
type OwnLimits = {
  readonly cautionBpm: number;
  readonly limitBpm: number;
  readonly because: string;
  readonly warning?: string;
};

/** An offer, or in one sentence why there is none. */
export type LimitsOffer = OwnLimits | { readonly none: string };

const mornings = 3;
const span = 10;
const aboveResting = 20;
const highestCaution = 110;
const usualRestingBpm = 70;
/** Of the heart-rate reserve: where moderate effort begins, and how far a gentle routine goes into it. */
const reserve = { caution: 0.4, limit: 0.5 };
const beside = `The usual ones are ${sourceLimits.cautionBpm} and ${sourceLimits.limitBpm}, for people who have moved little.`;

/**
 * The limits that fit a person better than the source's 90 and 100, if any. On beta blockers lower; for a resting pulse
 * above 70 higher; for the trained by heart-rate reserve (Karvonen), never from age alone. None on a day with a symptom.
 */
export function offeredLimits(person: Person): LimitsOffer {
  if (person.symptomToday) {
    return { none: 'You named a symptom today: limits are offered on a day without one.' };
  }
  if (person.irregularRhythm === true) {
    return { none: `With an irregular rhythm or a pacemaker the fixed numbers stand. ${beside}` };
  }
  const resting = restingOf(person);
  if (resting === undefined) {
    return { none: missingMornings(person.morningsBpm.length) };
  }
  if (person.betaBlockers === true) return onBetaBlockers(resting);
  return person.trained === true ? byReserve(person, resting) : byResting(resting);
}

type Resting = { readonly bpm: number; readonly words: string };

function restingOf({ restingBpm, morningsBpm }: Person): Resting | undefined {
  if (restingBpm !== undefined) {
    return { bpm: restingBpm, words: `a resting pulse of ${restingBpm}, as you set it` };
  }
  const last = morningsBpm.slice(-mornings);
  if (last.length < mornings) return undefined;
  const bpm = Math.round([...last].sort((a, b) => a - b)[1] ?? 0);
  return { bpm, words: `a resting pulse of ${bpm}, the median of your last ${mornings} mornings` };
}

function missingMornings(known: number): string {
  const left = mornings - known;
  return `Own limits need the resting pulse of ${left} more ${left === 1 ? 'morning' : 'mornings'}. ${beside}`;
}

function onBetaBlockers({ bpm, words }: Resting): LimitsOffer {
  const cautionBpm = Math.max(40, Math.min(sourceLimits.cautionBpm, bpm + aboveResting));
  if (cautionBpm === sourceLimits.cautionBpm) {
    return { none: `With ${words}, on beta blockers, the usual limits fit. ${beside}` };
  }
  return offer(cautionBpm, `On beta blockers, with ${words}: ${aboveResting} above it. ${beside}`);
}

function byResting({ bpm, words }: Resting): LimitsOffer {
  if (bpm <= usualRestingBpm) {
    return { none: `With ${words} the usual limits fit. ${beside}` };
  }
  const cautionBpm = Math.min(
    highestCaution,
    Math.max(sourceLimits.cautionBpm, bpm + aboveResting),
  );
  return offer(cautionBpm, `With ${words}: ${aboveResting} above it. ${beside}`);
}

function byReserve(person: Person, { bpm, words }: Resting): LimitsOffer {
  const highest = highestOf(person);
  if (highest === undefined) {
    const set = 'pulsepace profile set highestBpm N, or birthYear YYYY';
    return { none: `For the trained the highest pulse is needed: ${set}. ${beside}` };
  }
  if (highest.bpm <= bpm + span) {
    return {
      none: `A highest pulse of ${highest.bpm} does not fit ${words}; check both. ${beside}`,
    };
  }
  const at = (share: number): number => Math.round(bpm + share * (highest.bpm - bpm));
  const cautionBpm = Math.max(sourceLimits.cautionBpm, at(reserve.caution));
  const limitBpm = Math.min(highest.bpm, Math.max(cautionBpm + span, at(reserve.limit)));
  if (limitBpm <= cautionBpm) {
    return {
      none: `A highest pulse of ${highest.bpm} leaves no room above the usual limits. ${beside}`,
    };
  }
  const because = `As trained, with ${words} and a highest of ${highest.bpm}: 40 and 50 % of the heart-rate reserve. ${beside}`;
  return {
    cautionBpm,
    limitBpm,
    because,
    ...(highest.isGuess && {
      warning: `${highest.bpm} is the average for your age (208 − 0.7 × age); yours may be 20 away from it. A measured one is better.`,
    }),
  };
}

/** Measured, or the average of the age (Tanaka 2001). */
function highestOf({
  highestBpm,
  ageYears,
}: Person): { bpm: number; isGuess: boolean } | undefined {
  if (highestBpm !== undefined) return { bpm: highestBpm, isGuess: false };
  return ageYears === undefined
    ? undefined
    : { bpm: Math.round(208 - 0.7 * ageYears), isGuess: true };
}

const offer = (cautionBpm: number, because: string): OwnLimits => ({
  cautionBpm,
  limitBpm: cautionBpm + span,
  because,
});
