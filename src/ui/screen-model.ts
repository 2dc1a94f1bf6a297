import { explain } from '../session/explain.ts';
import type { WarningLevel } from '../session/facts.ts';
import { titleOf } from '../session/header.ts';
import type { Limits } from '../session/limits.ts';
import type { SessionState } from '../session/state.ts';
import { isUnguarded } from '../session/unguarded.ts';
import { beatsText } from './beats-text.ts';
import { durationText } from './clock-text.ts';
import { isEndAsked, type KeyHint, keyHints } from './key-meaning.ts';
import type { BeatFigures } from './live-beats.ts';
import { nextText } from './next-text.ts';
import { plainText } from './plain-text.ts';
import { progressOf, type RoutineProgress } from './progress-bar.ts';
import { type SensorNotice, sensorNotice } from './sensor-notice.ts';
import { limitsBrief, limitsText, linkText, sourceLabels } from './session-words.ts';
import { pulseShown, type ShownPulse, type ShownZone, zoneShown } from './shown-pulse.ts';
import type { Task } from './task.ts';
import { askedForMs, taskAt } from './task-now.ts';
import { timeLeftMs, timeLeftText } from './time-left.ts';
import { latchedLevel, latchedWarnings, silenceText } from './warning-text.ts';

/** Whether the session reaches the disk; `off` is the person's own choice, behind is a disk that takes over a second. */
export type Recording =
  | { readonly status: 'on'; readonly isBehind?: boolean }
  | { readonly status: 'off' }
  | { readonly status: 'failed'; readonly reason: string };

/** The limits the guard keeps to, and where they come from, in full and in few columns. */
export type ShownLimits = Pick<Limits, 'cautionBpm' | 'limitBpm'> & {
  readonly text: string;
  readonly brief: string;
};

/** All that a screen shows, in its final words. Plain data: equal models draw equal frames. */
export type ScreenModel = {
  readonly routine: string;
  /** `SIMULATED STRAP` and the like; absent for a strap. */
  readonly source?: string;
  readonly elapsed: string;
  readonly left?: string;
  readonly recording: {
    readonly on: boolean;
    readonly isBehind?: boolean;
    readonly text: string;
    readonly reason?: string;
  };
  readonly pulse: ShownPulse;
  readonly zone: ShownZone;
  /** Absent where no strap is worn: nothing keeps to them then. */
  readonly limits?: ShownLimits;
  readonly why: string;
  /** How the pulse varies, where that may be said, and the share of spoilt intervals. */
  readonly beats?: string;
  readonly task: Task;
  /** Which of its words are shown where not all fit; counted on without end. */
  readonly wordPage: number;
  readonly next?: string;
  readonly progress?: RoutineProgress;
  /** Not yet acknowledged, the weightiest first. */
  readonly warnings: readonly string[];
  /** The level of the first of them. */
  readonly warningLevel?: WarningLevel;
  readonly silence?: string;
  readonly notice?: SensorNotice;
  readonly question?: string;
  /** A note that is being typed. */
  readonly note?: string;
  readonly link: string;
  readonly muted: boolean;
  readonly keys: readonly KeyHint[];
  /** Which of them are shown where not all fit. */
  readonly keyPage: number;
};

export type ScreenSettings = {
  readonly recording: Recording;
  readonly muted: boolean;
  readonly emergencyNumber: string;
  /** A sentence of the sensor's, while it is to be read. */
  readonly said?: string | undefined;
  /** A note that is being typed. */
  readonly note?: string | undefined;
  /** How often the keys that do not fit were asked for. */
  readonly keyPage?: number;
  readonly beats?: BeatFigures | undefined;
};

/** Long enough for two rows of 40 columns to be read slowly. */
const wordPageMs = 5000;

/** The screen of a session at a moment. */
export function screenModel(
  state: SessionState,
  atMs: number,
  { recording, muted, emergencyNumber, said, note, keyPage = 0, beats }: ScreenSettings,
): ScreenModel {
  const { header } = state;
  const source = sourceLabels[header.source];
  const leftMs = timeLeftMs(state, atMs);
  const next = nextText(state);
  const progress = progressOf(state);
  const warnings = latchedWarnings(state);
  const warningLevel = latchedLevel(state);
  const silence = silenceText(state, atMs);
  const notice = sensorNotice(state, atMs, said);
  return {
    routine: plainText(titleOf(header), 60),
    ...(source !== undefined && { source }),
    elapsed: durationText(atMs),
    ...(leftMs !== undefined && leftMs > 0 && { left: timeLeftText(leftMs) }),
    recording: recordingText(recording),
    pulse: pulseShown(state, atMs),
    zone: zoneShown(state),
    ...(!isUnguarded(state) && { limits: shownLimits(state) }),
    why: plainText(explain(state, atMs), 120),
    ...(beats !== undefined && { beats: beatsText(beats) }),
    task: taskAt(state, atMs, emergencyNumber),
    wordPage: Math.max(0, Math.floor(askedForMs(state, atMs) / wordPageMs)),
    ...(next !== undefined && { next }),
    ...(progress !== undefined && { progress }),
    warnings,
    ...(warningLevel !== undefined && { warningLevel }),
    ...(silence !== undefined && { silence }),
    ...(notice !== undefined && { notice }),
    ...(isEndAsked(state, atMs) && {
      question: 'End? q ends, any other key carries on.',
    }),
    ...(note !== undefined && { note }),
    link: linkText(state, header),
    muted,
    keys: keyHints(state, atMs, { muted, unacknowledged: warnings.length > 0 }),
    keyPage,
  };
}

const shownLimits = ({ limits }: SessionState): ShownLimits => ({
  cautionBpm: limits.cautionBpm,
  limitBpm: limits.limitBpm,
  text: limitsText(limits),
  brief: limitsBrief(limits),
});

function recordingText(recording: Recording): ScreenModel['recording'] {
  switch (recording.status) {
    case 'on':
      return recording.isBehind === true
        ? { on: true, isBehind: true, text: 'not yet on disk' }
        : { on: true, text: 'recording' };
    case 'off':
      return { on: false, text: 'NOT RECORDING' };
    case 'failed':
      return { on: false, text: 'NOT RECORDING', reason: plainText(recording.reason, 100) };
  }
}
