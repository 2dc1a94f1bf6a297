import type { Fact, WarningLevel } from '../session/facts.ts';
import { isKnown } from '../session/trust.ts';
import type { TrustedSpan } from './trusted-pulse.ts';
import type { Unavailable } from './unavailable.ts';

/** A pulse that a session left raised, or unknown: the warning that stood at its end, and the bpm then. */
export type NotDown = { readonly level?: WarningLevel; readonly bpm: number | Unavailable };

/** Undefined where the pulse was known at the end, and no warning stood. `told` are the facts without the measurements. */
export function notDownAtEnd(
  told: readonly Fact[],
  pulse: readonly TrustedSpan[],
  endMs: number,
): NotDown | undefined {
  const level = (['over', 'caution'] as const).find((each) => warningStands(told, each));
  const last = pulse.at(-1);
  const trust = told.findLast((fact) => fact.type === 'trust-changed')?.trust ?? 'live';
  const isCovered = last !== undefined && last.endMs >= endMs && isKnown(trust);
  if (isCovered && level === undefined) return undefined;
  return {
    ...(level !== undefined && { level }),
    bpm: isCovered ? last.bpm : { unavailable: 'there was no signal to trust' },
  };
}

/** Whether a warning that was raised was never cleared. */
export const warningStands = (facts: readonly Fact[], level: WarningLevel): boolean =>
  facts.findLast(
    (fact) =>
      (fact.type === 'warning-raised' || fact.type === 'warning-cleared') && fact.level === level,
  )?.type === 'warning-raised';
