import type { Fact } from '../session/facts.ts';
import type { SessionHeader } from '../session/header.ts';
import type { LapSummary } from './lap-summary.ts';
import { pulseBetween, trustedMs } from './pulse-between.ts';
import { sessionEnd } from './session-end.ts';
import { type Summary, shownTo, summarize } from './summary.ts';
import { trustedPulse } from './trusted-pulse.ts';
import type { Unavailable } from './unavailable.ts';
import { unwatched } from './unwatched.ts';

/** One of two sessions that are compared. */
export type Side = Omit<Summary, 'schema' | 'gaps' | 'measurements' | 'warnings'> & {
  readonly level: number;
  /** Steps done easier or slower than the routine has them. */
  readonly adaptations: SessionHeader['adaptations'] & object;
  readonly warnings: {
    readonly caution: number | Unavailable;
    readonly over: number | Unavailable;
  };
  readonly stepsDone: number;
  readonly steps: number;
  /** Heartbeats from the first exercise's beginning to the last one's end, rests included. */
  readonly beats: number | Unavailable;
};

/** Without variability where the person has said that the rhythm is irregular. */
export function sideOf(
  header: SessionHeader,
  facts: readonly Fact[],
  isIrregularTold = false,
): Side {
  const {
    schema: _schema,
    gaps: _gaps,
    measurements: _measurements,
    warnings,
    ...summary
  } = shownTo(isIrregularTold, summarize(header, facts));
  const why = warnings.length === 0 ? unwatched(header) : undefined;
  const count = (level: 'caution' | 'over'): number | Unavailable =>
    why === undefined
      ? warnings.filter((each) => each.level === level).length
      : { unavailable: why };
  return {
    ...summary,
    level: header.level,
    adaptations: header.adaptations ?? [],
    warnings: { caution: count('caution'), over: count('over') },
    stepsDone: summary.laps.filter(({ outcome }) => outcome === 'done').length,
    steps: Math.max(1, header.routine.steps.length),
    beats: beatsOf(facts, summary.laps),
  };
}

const leastKnownShare = 0.8;

/** The pulse over its time; what is missing of it, up to a fifth, counts as the rest does. */
function beatsOf(facts: readonly Fact[], laps: readonly LapSummary[]): number | Unavailable {
  const [first] = laps;
  const last = laps.at(-1);
  if (first === undefined || last === undefined) return { unavailable: 'no exercise was begun' };
  const [fromMs, toMs] = [first.startS * 1000, last.endS * 1000];
  const end = sessionEnd(facts);
  const pulse = pulseBetween(trustedPulse(end.facts, end.atMs), fromMs, toMs);
  const knownMs = trustedMs(pulse);
  if (knownMs <= 0 || knownMs < leastKnownShare * (toMs - fromMs)) {
    return { unavailable: 'the pulse was not known for more than a fifth of the exercises' };
  }
  const beats = pulse.reduce(
    (sum, { startMs, endMs, bpm }) => sum + (bpm * (endMs - startMs)) / 60_000,
    0,
  );
  return Math.round((beats * (toMs - fromMs)) / knownMs);
}
