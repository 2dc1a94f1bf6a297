import type { Fact } from '../session/facts.ts';

/** Borg's CR10, as rated last; undefined where it was not. */
export const ratedEffort = (journal: readonly Fact[]): number | undefined =>
  journal.findLast((fact) => fact.type === 'effort-rated')?.cr10;
