import type { SessionState } from './state.ts';

type Pulse = SessionState['recent'][number];

/** Mean bpm of the last `meanOverS` of trusted values (10 s); undefined before a full stretch of them. */
export function meanBpm(state: SessionState): number | undefined {
  const within = stretch(state, state.header.rules.meanOverS);
  return within && within.reduce((sum, each) => sum + each.bpm, 0) / within.length;
}

/**
 * Whether the pulse has come down: its mean of 10 s is at or below `belowBpm` (§3). Limits that a key has raised are not
 * met by what was measured before: they ask for ten seconds anew, so that the key itself ends no rest.
 */
export function hasComeDown(state: SessionState, belowBpm: number): boolean {
  const { pulse, limitsRaisedMs = Number.NEGATIVE_INFINITY, header } = state;
  const mean = meanBpm(state);
  if (pulse === undefined || mean === undefined || mean > belowBpm) return false;
  return pulse.atMs - limitsRaisedMs >= header.rules.meanOverS * 1000;
}

/** The line through trusted values: where it stands at the newest of them, and how it rises. */
export type Trend = { readonly bpm: number; readonly bpmPerS: number };

/** Least squares over the last `trendOverS` of trusted values (15 s); undefined before a full stretch of at least five. */
export function trendOf(state: SessionState): Trend | undefined {
  const within = stretch(state, state.header.rules.trendOverS);
  return within === undefined || within.length < 5 ? undefined : lineThrough(within);
}

/** The trusted values of the last `overS`, where they are an unbroken stretch. */
function stretch(state: SessionState, overS: number): readonly Pulse[] | undefined {
  const { pulse, trustedSinceMs, recent } = state;
  if (pulse === undefined || trustedSinceMs === undefined) return undefined;
  if (pulse.atMs - trustedSinceMs < overS * 1000) return undefined;
  return recent.filter((each) => each.atMs > pulse.atMs - overS * 1000);
}

function lineThrough(values: readonly Pulse[]): Trend | undefined {
  const meanMs = values.reduce((sum, each) => sum + each.atMs, 0) / values.length;
  const mean = values.reduce((sum, each) => sum + each.bpm, 0) / values.length;
  let rise = 0;
  let spread = 0;
  for (const { atMs, bpm } of values) {
    rise += (atMs - meanMs) * (bpm - mean);
    spread += (atMs - meanMs) ** 2;
  }
  if (spread === 0) return undefined;
  const bpmPerMs = rise / spread;
  const newestMs = values.at(-1)?.atMs ?? meanMs;
  return { bpm: mean + bpmPerMs * (newestMs - meanMs), bpmPerS: bpmPerMs * 1000 };
}
