import type { SessionState } from './state.ts';

/** Mean bpm of the last `meanOverS` of trusted values (10 s); undefined before a full stretch of them. */
export function meanBpm(state: SessionState): number | undefined {
  const { pulse, trustedSinceMs } = state;
  const windowMs = state.header.rules.meanOverS * 1000;
  if (pulse === undefined || trustedSinceMs === undefined) return undefined;
  if (pulse.atMs - trustedSinceMs < windowMs) return undefined;
  const within = state.recent.filter((each) => each.atMs > pulse.atMs - windowMs);
  return within.reduce((sum, each) => sum + each.bpm, 0) / within.length;
}

/** Slope in bpm a second over the last `trendOverS` of trusted values (least squares); undefined with fewer than five. */
export function trendBpmPerS(state: SessionState): number | undefined {
  const { recent } = state;
  if (recent.length < 5) return undefined;
  const meanAt = recent.reduce((sum, each) => sum + each.atMs, 0) / recent.length;
  const mean = recent.reduce((sum, each) => sum + each.bpm, 0) / recent.length;
  let rise = 0;
  let spread = 0;
  for (const { atMs, bpm } of recent) {
    rise += (atMs - meanAt) * (bpm - mean);
    spread += (atMs - meanAt) ** 2;
  }
  return spread === 0 ? undefined : (rise / spread) * 1000;
}
