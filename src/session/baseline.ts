import type { FactOf } from './facts.ts';
import { rmssdOf } from './rmssd.ts';
import type { Phase, Reading, SessionState } from './state.ts';
import { elapsedMs, reachesAtMs } from './stopwatch.ts';

type Baseline = Extract<Phase, { name: 'baseline' }>;

/** The pulse at rest is measured for its minute, seated (§3). */
export function baselineDue(
  state: SessionState,
  phase: Baseline,
): FactOf<'baseline-ended'> | undefined {
  const atMs = reachesAtMs(state.clock, phase.lengthMs);
  return atMs === undefined ? undefined : baselineEnded(state, phase, atMs);
}

/** What the minute gave; a minute cut short gives no more than it can. */
export function baselineEnded(
  state: SessionState,
  { readings }: Baseline,
  atMs: number,
): FactOf<'baseline-ended'> {
  const { raisedFromBpm, raisedBelowCautionBpm } = state.header.rules;
  const restingBpm = restingBpmOf(state, readings, atMs);
  const rmssd = rmssdOf(stretchesOf(state, readings));
  const raisedBpm = Math.min(raisedFromBpm, state.limits.cautionBpm - raisedBelowCautionBpm);
  return {
    type: 'baseline-ended',
    atMs,
    ...(restingBpm !== undefined && { restingBpm }),
    ...(rmssd !== undefined && { rmssdMs: Math.round(rmssd * 10) / 10 }),
    isRaised: restingBpm !== undefined && restingBpm >= raisedBpm,
  };
}

const leastReadings = 10;

/** Median of the trusted values of the last 30 s of measuring; undefined where there were not 30 s, or fewer than ten values in them. */
function restingBpmOf(
  { clock, header }: SessionState,
  readings: readonly Reading[],
  atMs: number,
): number | undefined {
  const overMs = header.rules.restingOverS * 1000;
  const ranMs = elapsedMs(clock, atMs);
  const bpms = readings
    .filter((each) => each.ranMs > ranMs - overMs)
    .map(({ bpm }) => bpm)
    .sort((a, b) => a - b);
  if (ranMs < overMs || bpms.length < leastReadings) return undefined;
  const low = bpms[Math.floor((bpms.length - 1) / 2)] ?? 0;
  const high = bpms[Math.floor(bpms.length / 2)] ?? low;
  return Math.round((low + high) / 2);
}

/** RR intervals that adjoin: a packet that is missing parts them. */
function stretchesOf({ header }: SessionState, readings: readonly Reading[]): number[][] {
  const stretches: number[][] = [];
  let beforeMs = Number.NEGATIVE_INFINITY;
  for (const { atMs, rrIntervalsMs } of readings) {
    const last = stretches.at(-1);
    if (last === undefined || atMs - beforeMs > header.rules.jumpWithinS * 1000) {
      stretches.push([...rrIntervalsMs]);
    } else last.push(...rrIntervalsMs);
    beforeMs = atMs;
  }
  return stretches;
}
