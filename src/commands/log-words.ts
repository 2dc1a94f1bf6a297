import type { Stop } from '../review/bouts.ts';
import { offsetText } from '../review/clock-time.ts';
import type { Gap } from '../review/gaps.ts';
import type { Summary } from '../review/summary.ts';
import type { Source } from '../session/header.ts';

/** Why a session ended, in plain words. */
export const endWords: Record<Summary['endReason'], string> = {
  completed: 'completed',
  'ended-by-user': 'ended by you',
  discomfort: 'stopped for discomfort',
  'enough-for-today': 'over the limit in too many exercises: enough for today',
  'still-raised': 'the pulse stayed raised: enough for today',
  'rest-unanswered': 'the pulse stayed up in a rest, and no key was pressed',
  'signal-lost': 'the pulse signal was away for too long',
  'source-ended': 'the recording ended',
  stopped: 'the program was stopped',
  interrupted: 'interrupted: it broke off here',
};

/** How a lap ended, or why it stood still, in at most ten columns. */
export const stopWords: Record<Stop, string> = {
  done: 'done',
  skipped: 'skipped',
  dropped: 'dropped',
  caution: 'in caution',
  over: 'over limit',
  stopped: 'stopped',
  paused: 'paused',
  held: 'no pulse',
  interrupted: 'cut off',
};

/** Why the pulse was not known. */
export const gapWords: Record<Gap['reason'], string> = {
  searching: 'looking for the pulse',
  lost: 'signal lost',
  'no-contact': 'no skin contact',
  implausible: 'pulse in doubt',
  frozen: 'strap stuck on one value',
};

/** What is not a heart measured today says so. */
export const sourceWords: Record<Source, string> = {
  strap: 'strap',
  simulator: 'SIMULATOR, not a real heart',
  replay: 'REPLAY of a recording',
  import: 'imported',
  none: 'NO STRAP, unguarded',
};

/** `2026-11-22 08:00`, where the session was. */
export function localTime(startedAt: string, utcOffsetMinutes: number): string {
  const there = new Date(Date.parse(startedAt) + utcOffsetMinutes * 60_000);
  return there.toISOString().slice(0, 16).replace('T', ' ');
}

/** `UTC+01:00` */
export const utcOffset = (minutes: number): string => `UTC${offsetText(minutes)}`;
