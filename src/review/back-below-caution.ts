import type { Lap } from './laps.ts';
import { type LimitStretches, limitsAt } from './limit-stretches.ts';
import { pulseBetween } from './pulse-between.ts';
import { seconds } from './rounded.ts';
import { longestHoldMs, type TrustedSpan } from './trusted-pulse.ts';
import { isUnavailable, type Unavailable } from './unavailable.ts';

/**
 * Seconds from a stop of moving until the pulse was first below the caution of that time; the longest of a lap's stops in
 * caution or over and its end. 0 where it was below already, undefined where it never reached caution.
 */
export function backBelowCaution(
  { startMs, endMs, interruptions }: Pick<Lap, 'startMs' | 'endMs' | 'interruptions'>,
  pulse: readonly TrustedSpan[],
  limits: LimitStretches,
  untilMs: number,
): number | Unavailable | undefined {
  const cautionAt = (atMs: number): number => limitsAt(limits, atMs).cautionBpm;
  const raised = interruptions.filter(({ reason }) => reason === 'caution' || reason === 'over');
  const lastCautionBpm = cautionAt(endMs);
  const isReached =
    raised.length > 0 ||
    pulseBetween(pulse, startMs, endMs).some(({ bpm }) => bpm >= lastCautionBpm);
  if (!isReached) return undefined;
  const stopsMs = raised.map((stop) => stop.startMs);
  // What ends in a stop stood still from that stop on.
  if (interruptions.at(-1)?.endMs !== endMs) stopsMs.push(endMs);
  let longestMs = 0;
  for (const stopMs of stopsMs) {
    const backMs = backAfter(pulse, cautionAt(stopMs), stopMs, untilMs);
    if (isUnavailable(backMs)) return backMs;
    longestMs = Math.max(longestMs, backMs);
  }
  return seconds(longestMs);
}

function backAfter(
  pulse: readonly TrustedSpan[],
  cautionBpm: number,
  stopMs: number,
  untilMs: number,
): number | Unavailable {
  const held = pulseBetween(pulse, stopMs - longestHoldMs, stopMs).at(-1);
  if (held !== undefined && held.endMs >= stopMs && held.bpm < cautionBpm) return 0;
  const back = pulseBetween(pulse, stopMs, untilMs).find(({ bpm }) => bpm < cautionBpm);
  return back === undefined
    ? { unavailable: 'not before the next or the end' }
    : Math.max(0, back.startMs - stopMs);
}
