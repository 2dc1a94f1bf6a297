import type { Step } from '../session/routine.ts';
import { backBelowCaution } from './back-below-caution.ts';
import type { Stop } from './bouts.ts';
import { type LapPulse, lapPulse } from './lap-pulse.ts';
import type { Lap } from './laps.ts';
import type { LimitStretches } from './limit-stretches.ts';
import { seconds } from './rounded.ts';
import type { TrustedSpan } from './trusted-pulse.ts';
import type { Unavailable } from './unavailable.ts';

/** A lap in seconds since the session's start; `step` is the step's id. */
export type LapSummary = LapPulse & {
  readonly step: string;
  readonly name: string;
  readonly startS: number;
  readonly endS: number;
  /** See `backBelowCaution`; absent where caution was not reached. */
  readonly backBelowS?: number | Unavailable;
  readonly outcome: Lap['outcome'];
  readonly interruptions: readonly {
    readonly startS: number;
    readonly endS: number;
    readonly reason: Stop;
  }[];
};

/** `untilMs` is when the next lap begins, or the session ends. */
export function lapSummary(
  lap: Omit<Lap, 'stepIndex'>,
  step: Pick<Step, 'id' | 'name'>,
  pulse: readonly TrustedSpan[],
  limits: LimitStretches,
  untilMs: number,
): LapSummary {
  const backBelowS = backBelowCaution(lap, pulse, limits, untilMs);
  return {
    step: step.id,
    name: step.name,
    startS: seconds(lap.startMs),
    endS: seconds(lap.endMs),
    ...lapPulse(pulse, lap.startMs, lap.endMs),
    ...(backBelowS !== undefined && { backBelowS }),
    outcome: lap.outcome,
    interruptions: lap.interruptions.map(({ startMs, endMs, reason }) => ({
      startS: seconds(startMs),
      endS: seconds(endMs),
      reason,
    })),
  };
}
