import type { EndReason, Fact } from '../session/facts.ts';
import type { SessionHeader, Sport } from '../session/header.ts';
import { isOpen } from '../session/routine.ts';
import type { LapSummary } from './lap-summary.ts';
import { type Practice, practiceOf } from './practice.ts';
import { rmssdMsOf } from './resting.ts';
import { type SecondsAtBpm, secondsAtBpm } from './seconds-at-bpm.ts';
import { sessionEnd } from './session-end.ts';
import { type Summary, summarize } from './summary.ts';
import { trustedPulse } from './trusted-pulse.ts';
import { isUnavailable, type Unavailable } from './unavailable.ts';
import type { ZonesS } from './zones.ts';

/** The pulse of one exercise as it was done; what was not known is absent. */
export type ExercisePulse = {
  readonly stepId: string;
  readonly name: string;
  readonly averageBpm?: number;
  readonly peakBpm?: number;
};

/** How the pulse fell, and after what: only falls from the same exercise of the same routine compare. */
export type Fall = {
  readonly afterStepId: string;
  readonly endBpm: number;
  readonly hrr60Bpm?: number;
  readonly hrr120Bpm?: number;
};

/** A session in the figures that lists, trends and comparisons are made of; small, so that ten years of them fit. */
export type SessionFigures = Practice & {
  readonly id: string;
  readonly kind?: 'rest';
  readonly routineName: string;
  readonly sport?: Sport;
  readonly durationMs: number;
  readonly endReason: EndReason | 'interrupted';
  readonly limits: Summary['limits'];
  readonly coveragePercent: number;
  readonly zonesS: ZonesS;
  readonly cautions: number;
  readonly overs: number;
  readonly averageBpm?: number;
  readonly peakBpm?: number;
  readonly rmssdMs?: number;
  readonly fall?: Fall;
  readonly exercises: readonly ExercisePulse[];
  readonly secondsAtBpm: SecondsAtBpm;
};

/** Linear in the number of facts, which are in the order they happened. */
export function sessionFigures(header: SessionHeader, journal: readonly Fact[]): SessionFigures {
  const summary = summarize(header, journal);
  const end = sessionEnd(journal);
  const histogram = secondsAtBpm(trustedPulse(end.facts, end.atMs));
  const rmssdMs = rmssdMsOf(journal);
  const fall = fallOf(header, summary);
  return {
    ...practiceOf(header, journal),
    id: header.id,
    ...(header.kind !== undefined && { kind: header.kind }),
    routineName: header.routine.name,
    ...(header.sport !== undefined && { sport: header.sport }),
    durationMs: Math.round(end.atMs),
    endReason: end.reason,
    limits: summary.limits,
    coveragePercent: orElse(summary.coveragePercent, 0),
    zonesS: summary.zonesS,
    cautions: summary.warnings.filter(({ level }) => level === 'caution').length,
    overs: summary.warnings.filter(({ level }) => level === 'over').length,
    ...pulseOf(histogram),
    ...(rmssdMs !== undefined && { rmssdMs }),
    ...(fall !== undefined && { fall }),
    exercises: summary.laps.map(exerciseOf),
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

const exerciseOf = ({ step, name, averageBpm, maxBpm }: LapSummary): ExercisePulse => ({
  stepId: step,
  name,
  ...(!isUnavailable(averageBpm) && { averageBpm }),
  ...(!isUnavailable(maxBpm) && { peakBpm: maxBpm }),
});

function fallOf({ routine, sport }: SessionHeader, summary: Summary): Fall | undefined {
  const { effortEndS, effortEndBpm, hrr60Bpm, hrr120Bpm } = summary.recovery;
  if (isUnavailable(effortEndS) || isUnavailable(effortEndBpm)) return undefined;
  const last = summary.laps.findLast(({ startS }) => startS <= effortEndS);
  return {
    afterStepId: isOpen(routine) ? (sport ?? 'open') : (last?.step ?? 'open'),
    endBpm: effortEndBpm,
    ...(!isUnavailable(hrr60Bpm) && { hrr60Bpm }),
    ...(!isUnavailable(hrr120Bpm) && { hrr120Bpm }),
  };
}

const orElse = (value: number | Unavailable, otherwise: number): number =>
  isUnavailable(value) ? otherwise : value;
