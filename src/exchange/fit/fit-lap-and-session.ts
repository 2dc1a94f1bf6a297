import type { FitMessage } from './fit-message.ts';
import { field, ownField, timestamp } from './profile.ts';

/** Seconds of FIT. */
export type FitLap = {
  readonly startS: number | undefined;
  readonly endS: number | undefined;
  readonly elapsedMs: number | undefined;
  readonly intensity: number | undefined;
  readonly step: number | undefined;
  readonly outcome: string;
};

/** Seconds of FIT. */
export type FitSession = {
  readonly startS: number | undefined;
  readonly elapsedMs: number | undefined;
  readonly sport: number | undefined;
  readonly rpe: number | undefined;
  readonly sessionId: string;
  readonly routineId: string;
  readonly source: string;
};

export const lapIn = ({ number, own }: FitMessage): FitLap => ({
  startS: number(field.lap.startTime),
  endS: number(timestamp),
  elapsedMs: number(field.lap.elapsed),
  intensity: number(field.lap.intensity),
  step: number(field.lap.workoutStep),
  outcome: own(ownField.outcome),
});

export const sessionIn = ({ number, own }: FitMessage): FitSession => ({
  startS: number(field.session.startTime),
  elapsedMs: number(field.session.elapsed),
  sport: number(field.session.sport),
  rpe: number(field.session.rpe),
  sessionId: own(ownField.sessionId),
  routineId: own(ownField.routineId),
  source: own(ownField.source),
});
