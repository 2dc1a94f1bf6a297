import type { EndReason, Fact } from '../session/facts.ts';
import type { SessionHeader } from '../session/header.ts';
import { isOpen } from '../session/routine.ts';
import type { Sport } from '../session/sport.ts';
import { knownWithinMs } from './known-within.ts';
import type { LapSummary } from './lap-summary.ts';
import { type Practice, practiceUntil, type StepPractice } from './practice.ts';
import { tenths } from './rounded.ts';
import { type SecondsAtBpm, secondsAtBpm } from './seconds-at-bpm.ts';
import { sessionEnd } from './session-end.ts';
import { type Summary, summaryOf } from './summary.ts';
import { type TrustedSpan, trustedPulse } from './trusted-pulse.ts';
import { isUnavailable, type Unavailable } from './unavailable.ts';
import type { ZonesS } from './zones.ts';

/** How one exercise went, and its pulse; what was not known is absent. */
type ExerciseFigures = StepPractice & {
  readonly averageBpm?: number;
  readonly peakBpm?: number;
  /** How long the lap was, and for how much of it the pulse was known, in seconds; absent without a lap. */
  readonly lapS?: number;
  readonly knownS?: number;
};

/** How the pulse fell, and after what: only falls from the same exercise of the same routine compare. */
export type Fall = {
  readonly afterStepId: string;
  readonly endBpm: number;
  readonly hrr60Bpm?: number;
  readonly hrr120Bpm?: number;
};

/** A session in the figures that lists, trends and comparisons are made of; small, so that ten years of them fit. */
export type SessionFigures = Omit<Practice, 'steps'> & {
  readonly steps: readonly ExerciseFigures[];
  readonly id: string;
  readonly kind?: 'rest';
  readonly routineName: string;
  readonly sport?: Sport;
  readonly durationMs: number;
  readonly endReason: EndReason;
  /** Absent once the journal says that it ended, and why. */
  readonly isUnended?: true;
  readonly limits: Summary['limits'];
  readonly coveragePercent: number;
  readonly zonesS: ZonesS;
  readonly cautions: number;
  readonly overs: number;
  readonly averageBpm?: number;
  readonly peakBpm?: number;
  readonly rmssdMs?: number;
  readonly fall?: Fall;
  readonly secondsAtBpm: SecondsAtBpm;
};

/** Linear in the number of facts, which are in the order they happened. */
export function sessionFigures(header: SessionHeader, journal: readonly Fact[]): SessionFigures {
  const end = sessionEnd(journal);
  const pulse = trustedPulse(end.facts, end.atMs);
  const summary = summaryOf(header, end, pulse);
  const histogram = secondsAtBpm(pulse);
  const { rmssdMs } = summary.rest;
  const fall = fallOf(header, summary);
  const practice = practiceUntil(header, end);
  return {
    ...practice,
    steps: practice.steps.map((step) => ({ ...step, ...lapOf(summary.laps, step.stepId, pulse) })),
    id: header.id,
    ...(header.kind !== undefined && { kind: header.kind }),
    routineName: header.routine.name,
    ...(header.sport !== undefined && { sport: header.sport }),
    durationMs: Math.round(end.atMs),
    endReason: end.reason,
    ...(!end.isTold && { isUnended: true }),
    limits: summary.limits,
    coveragePercent: orElse(summary.coveragePercent, 0),
    zonesS: summary.zonesS,
    cautions: summary.warnings.filter(({ level }) => level === 'caution').length,
    overs: summary.warnings.filter(({ level }) => level === 'over').length,
    ...pulseOf(histogram),
    ...(!isUnavailable(rmssdMs) && { rmssdMs }),
    ...(fall !== undefined && { fall }),
    secondsAtBpm: histogram,
  };
}

function pulseOf({ fromBpm, seconds }: SecondsAtBpm): { averageBpm?: number; peakBpm?: number } {
  const knownS = seconds.reduce((sum, each) => sum + each, 0);
  if (knownS <= 0) return {};
  const beats = seconds.reduce((sum, each, index) => sum + each * (fromBpm + index), 0);
  return {
    averageBpm: Math.round((beats / knownS) * 10) / 10,
    peakBpm: fromBpm + seconds.length - 1,
  };
}

function lapOf(
  laps: readonly LapSummary[],
  stepId: string,
  pulse: readonly TrustedSpan[],
): Omit<ExerciseFigures, keyof StepPractice> {
  const lap = laps.findLast(({ step }) => step === stepId);
  if (lap === undefined) return {};
  const { averageBpm, maxBpm } = lap;
  return {
    ...(!isUnavailable(averageBpm) && { averageBpm }),
    ...(!isUnavailable(maxBpm) && { peakBpm: maxBpm }),
    lapS: tenths(lap.endS - lap.startS),
    knownS: tenths(knownWithinMs(pulse, lap) / 1000),
  };
}

function fallOf({ routine, sport }: SessionHeader, summary: Summary): Fall | undefined {
  const { effortEndS, effortEndBpm, hrr60Bpm, hrr120Bpm } = summary.recovery;
  if (isUnavailable(effortEndS) || isUnavailable(effortEndBpm)) return undefined;
  // The next lap may begin in the very moment in which the effort ends.
  const last = summary.laps.findLast(({ startS }) => startS < effortEndS);
  return {
    afterStepId: isOpen(routine) ? (sport ?? 'open') : (last?.step ?? 'open'),
    endBpm: effortEndBpm,
    ...(!isUnavailable(hrr60Bpm) && { hrr60Bpm }),
    ...(!isUnavailable(hrr120Bpm) && { hrr120Bpm }),
  };
}

const orElse = (value: number | Unavailable, otherwise: number): number =>
  isUnavailable(value) ? otherwise : value;
