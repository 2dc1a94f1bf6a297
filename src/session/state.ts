import type { HeartRateMeasurement } from '../../devices/heart-rate-measurement.ts';
import type { Link } from '../../devices/heart-rate-sensor.ts';
import type { Discomfort, Distrust, EndReason, Outcome, Trust, WarningLevel } from './facts.ts';
import type { SessionHeader } from './header.ts';
import type { Limits } from './limits.ts';
import type { Plan } from './plan.ts';
import { type Stopwatch, stoppedWatch } from './stopwatch.ts';

/** A trusted value and its RR intervals, at rest, and how long had been measured by then. */
export type Reading = PulseAt & {
  readonly rrIntervalsMs: readonly number[];
  readonly ranMs: number;
};

type PulseAt = { readonly atMs: number; readonly bpm: number };

/** The newest measurement, whatever it is worth, and since when it has been like those before it. */
export type Received = {
  readonly atMs: number;
  readonly measurement: HeartRateMeasurement;
  readonly distrust?: Distrust;
  /** Since when none was trusted. */
  readonly distrustedSinceMs?: number;
  readonly sameBpmSinceMs: number;
  readonly samePacketSinceMs: number;
};

export type Phase =
  | { readonly name: 'ready'; readonly isMeasured?: boolean }
  | {
      readonly name: 'baseline';
      readonly lengthMs: number;
      readonly readings: readonly Reading[];
    }
  | { readonly name: 'ask-to-stand'; readonly stepIndex: number; readonly lengthMs: number }
  | { readonly name: 'get-ready'; readonly stepIndex: number; readonly lengthMs: number }
  | { readonly name: 'exercise'; readonly stepIndex: number; readonly beganMs: number }
  | {
      readonly name: 'between';
      readonly stepIndex: number;
      readonly outcome: Outcome;
      readonly sinceMs: number;
      /** Whether the person wants this step once more, from its beginning. */
      readonly isAnew?: boolean;
    }
  | {
      readonly name: 'rest';
      readonly stepIndex: number;
      readonly reason: 'planned' | 'caution';
      readonly lengthMs: number;
      readonly belowBpm: number;
      /** Offers made since the rest began or was last prolonged. */
      readonly offers: number;
      /** On the phase's clock: where the wait for an offer counts from. */
      readonly waitFromMs: number;
    }
  | { readonly name: 'recovery'; readonly stepIndex: number; readonly belowBpm: number }
  | { readonly name: 'open' }
  | {
      readonly name: 'cool-down';
      readonly reason: EndReason;
      readonly lengthMs: number;
      /** Its time is over, and the pulse was above the limit then. */
      readonly isProlonged?: boolean;
    }
  | { readonly name: 'ended'; readonly reason: EndReason };

/** A warning from its onset to its end; the last of them stays on the screen until acknowledged. */
export type Episode = {
  readonly level: WarningLevel;
  readonly onsetMs: number;
  readonly peakBpm: number;
  readonly endMs?: number;
  readonly acknowledged: boolean;
};

/** One side of the guard: the episode that is on, when it last sounded, since when the pulse is down again. */
export type Alarm = {
  readonly onsetMs: number;
  readonly peakBpm: number;
  readonly soundedMs: number;
  readonly silentUntilMs?: number;
  readonly downSinceMs?: number;
};

export type Guard = {
  readonly caution?: Alarm;
  readonly over?: Alarm;
  /** Since when the trend leads to caution. */
  readonly approach?: { readonly sinceMs: number };
  /** Since when every trusted value is above the limit. */
  readonly aboveLimitSinceMs?: number;
};

/** The exercise at hand: its plan from here on, and how it went so far. */
export type Work = {
  readonly stepIndex: number;
  readonly plan: Plan;
  /** The present cadence as a share of the plan's own: eased by the program, moved by keys. */
  readonly pace: number;
  /** How many steps of dose keys have added, less those taken away. */
  readonly doseSteps: number;
  /** Whether the present interruption is an over-stop, so that what is left is done lighter (§3). */
  readonly isOverStop: boolean;
};

export type Hold = {
  readonly reason: Trust;
  readonly sinceMs: number;
  readonly trustedMeasurements: number;
  readonly countdown?: { readonly sinceMs: number; readonly lengthMs: number };
};

export type SessionState = {
  readonly header: SessionHeader;
  /** Those of the header, until a key changes them. */
  readonly limits: Limits;
  /** When a key last raised them: values from before are no sign that the pulse has come down to the new ones. */
  readonly limitsRaisedMs?: number;
  readonly atMs: number;
  readonly link: Link;
  /** Whether the strap feels skin; absent where it does not say. */
  readonly skinContact?: boolean;
  /** Since the strap's last reset; absent where it does not say. */
  readonly energyKj?: number;
  /** The first time this session that the battery was found low; it stays. */
  readonly lowBattery?: { readonly atMs: number; readonly percent: number };
  readonly trust: Trust;
  readonly trustSinceMs: number;
  readonly received?: Received;
  /** Whether RR intervals ever came, so that their absence means something. */
  readonly rrSeen: boolean;
  /** A jump that waits for the next value to confirm it. */
  readonly suspect?: PulseAt;
  /** The newest trusted value; absent once the signal is lost. */
  readonly pulse?: PulseAt;
  /** When the link was lost, until the next value. */
  readonly cutOffMs?: number;
  /** Since when trust has been unbroken. */
  readonly trustedSinceMs?: number;
  /** Trusted values of the last seconds, oldest first, from one unbroken stretch. */
  readonly recent: readonly PulseAt[];
  readonly guard: Guard;
  readonly episodes: readonly Episode[];
  readonly phase: Phase;
  readonly clock: Stopwatch;
  readonly work?: Work;
  /** Measured at rest before the first exercise; absent where it was not. */
  readonly restingBpm?: number;
  readonly rmssdMs?: number;
  readonly isRaisedAtRest: boolean;
  /** Whether the person has said that standing work may be done all the same. */
  readonly mayStand: boolean;
  /** The step of every recovery, and of every over-stop, as they came; going back forgets none of them (§3). */
  readonly recoveries: readonly number[];
  readonly overStops: readonly number[];
  /** Steps that reached caution; they stay eased, however often they are done. */
  readonly cautionedSteps: readonly number[];
  /** The exercise that an `over` has stopped, until that counts as an over-stop or the `over` is left. */
  readonly pendingOverStop?: { readonly stepIndex: number };
  /** Whether anything was exercised, so that a cool-down has something to measure. */
  readonly exercised: boolean;
  readonly paused?: { readonly sinceMs: number };
  readonly hold?: Hold;
  readonly endAskedMs?: number;
  /** Set once nothing is left but the cool-down. */
  readonly windUp?: EndReason;
  readonly sourceEnded: boolean;
  readonly discomfort?: { readonly atMs: number; readonly reason?: Discomfort };
};

/** A session before its first fact. */
export const ready = (header: SessionHeader): SessionState => ({
  header,
  limits: header.limits,
  atMs: 0,
  link: { status: 'searching' },
  trust: 'searching',
  trustSinceMs: 0,
  rrSeen: false,
  recent: [],
  guard: {},
  episodes: [],
  phase: { name: 'ready' },
  clock: stoppedWatch,
  isRaisedAtRest: false,
  mayStand: false,
  recoveries: [],
  overStops: [],
  cautionedSteps: [],
  exercised: false,
  sourceEnded: false,
});
