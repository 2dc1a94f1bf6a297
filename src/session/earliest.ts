import type { Fact } from './facts.ts';

/** The fact that falls due first; of equals the one named first. */
export const earliest = (facts: readonly (Fact | undefined)[]): Fact | undefined =>
  facts.reduce((first, each) =>
    each !== undefined && (first === undefined || each.atMs < first.atMs) ? each : first,
  );
