import type { WarningEpisode } from '../review/warnings.ts';
import type { Sport } from '../session/sport.ts';

export type Stretch = { readonly startMs: number; readonly endMs: number };

/** What was measured at a moment; `bpm` is absent where it was not trusted, and then so are its RR intervals. */
export type CarriedPoint = {
  readonly atMs: number;
  readonly bpm?: number;
  readonly rrIntervalsMs: readonly number[];
};

export type CarriedLap = Stretch & {
  readonly name: string;
  /** Of the routine's steps, from 0; absent where the session has no steps. */
  readonly stepIndex?: number;
  readonly isStill?: boolean;
  readonly outcome?: string;
};

/** A session in what the files of other programs can hold; ms since its start, points in order. */
export type CarriedSession = {
  readonly endMs: number;
  readonly title?: string;
  readonly sensor?: string;
  readonly sport?: Sport;
  /** Whether some exercise is more than light; absent where there are none. */
  readonly isDemanding?: boolean;
  /** The session and routine of ours that it was written from. */
  readonly origin?: {
    readonly sessionId: string;
    readonly routineId: string;
    readonly source: string;
  };
  readonly points: readonly CarriedPoint[];
  readonly laps: readonly CarriedLap[];
  readonly pauses: readonly Stretch[];
  readonly warnings: readonly WarningEpisode[];
  /** Borg's CR10. */
  readonly cr10?: number;
  /** UTC, ISO 8601; absent where the file does not say. */
  readonly startedAt?: string;
  readonly utcOffsetMinutes?: number;
};

/** One whose start is known. */
export type DatedSession = CarriedSession & {
  readonly startedAt: string;
  readonly utcOffsetMinutes: number;
};

/** What was read of a file, and what of it could not be. */
export type ReadFile = {
  readonly session: CarriedSession;
  /** Records in the file, with a pulse or without. */
  readonly records: number;
  readonly damage: readonly string[];
};
