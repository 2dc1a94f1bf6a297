import type { Fact, WarningLevel } from '../session/facts.ts';

const bel = '\u0007';

/** How often the bell rings at a level: the ear tells them apart without the eye (§2). */
const strokes: Record<WarningLevel, number> = { caution: 1, over: 3 };

/**
 * The bytes that ring the terminal's bell for a turn's facts; '' where nothing is to be heard. The gravest warning alone
 * rings. Muted, only entering `over` still does: escalation always sounds.
 */
export function bellFor(facts: readonly Fact[], { muted = false } = {}): string {
  const rung = facts.map((fact) => strokesFor(fact, muted));
  return bel.repeat(Math.max(0, ...rung));
}

function strokesFor(fact: Fact, muted: boolean): number {
  switch (fact.type) {
    case 'warning-raised':
      return fact.silent === true || (muted && fact.level !== 'over') ? 0 : strokes[fact.level];
    case 'warning-repeated':
      return muted ? 0 : strokes[fact.level];
    default:
      return 0;
  }
}
