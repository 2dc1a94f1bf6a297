import type { Limits } from '../session/limits.ts';
import type { LapSummary } from './lap-summary.ts';
import { pulseBetween, trustedMs } from './pulse-between.ts';
import { seconds, tenths } from './rounded.ts';
import type { TrustedSpan } from './trusted-pulse.ts';
import { isUnavailable, type Unavailable } from './unavailable.ts';

/** How the pulse answered one exercise. */
export type LapResponse = {
  /** How much of the lap the pulse was known for. */
  readonly coveragePercent: number;
  /** From a stop of moving until the pulse was first below caution again; 0 where it was already; absent where it never reached it. */
  readonly backBelowCautionS?: number | Unavailable;
};

export function lapResponse(
  lap: Pick<LapSummary, 'startS' | 'endS' | 'maxBpm' | 'interruptions'>,
  pulse: readonly TrustedSpan[],
  limits: Limits,
  untilMs: number,
): LapResponse {
  const [fromMs, toMs] = [lap.startS * 1000, lap.endS * 1000];
  const knownMs = trustedMs(pulseBetween(pulse, fromMs, toMs));
  const reached = !isUnavailable(lap.maxBpm) && lap.maxBpm >= limits.cautionBpm;
  return {
    coveragePercent: toMs > fromMs ? tenths((knownMs / (toMs - fromMs)) * 100) : 0,
    ...(reached && { backBelowCautionS: longestBack(lap, pulse, limits.cautionBpm, untilMs) }),
  };
}

/** Of all its stops in caution or over and its end, the longest; not known where one of them is not. */
function longestBack(
  { endS, interruptions }: Pick<LapSummary, 'endS' | 'interruptions'>,
  pulse: readonly TrustedSpan[],
  cautionBpm: number,
  untilMs: number,
): number | Unavailable {
  const raised = interruptions.filter(({ reason }) => reason === 'caution' || reason === 'over');
  const stopsS = raised.map(({ startS }) => startS);
  // What ends in a stop stood still from that stop on.
  if (interruptions.at(-1)?.endS !== endS) stopsS.push(endS);
  let longestS = 0;
  for (const stopS of stopsS) {
    const backS = back(pulse, cautionBpm, stopS * 1000, untilMs);
    if (isUnavailable(backS)) return backS;
    longestS = Math.max(longestS, backS);
  }
  return longestS;
}

function back(
  pulse: readonly TrustedSpan[],
  cautionBpm: number,
  endMs: number,
  untilMs: number,
): number | Unavailable {
  const atEnd = pulse.findLast(({ startMs }) => startMs <= endMs);
  if (atEnd !== undefined && atEnd.endMs >= endMs && atEnd.bpm < cautionBpm) return 0;
  const later = pulse.find(
    ({ startMs, bpm }) => startMs > endMs && startMs <= untilMs && bpm < cautionBpm,
  );
  if (later !== undefined) return seconds(later.startMs - endMs);
  return { unavailable: 'not before the next or the end' };
}
