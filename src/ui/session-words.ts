import type { Discomfort, EndReason, Trust, WarningLevel } from '../session/facts.ts';
import type { SessionHeader, Source } from '../session/header.ts';
import type { LimitOrigin, Limits } from '../session/limits.ts';
import type { SessionState } from '../session/state.ts';
import { isKnown } from '../session/trust.ts';
import type { Zone } from '../session/zone.ts';
import { plainText } from './plain-text.ts';

/** The one wording of each thing, for the screen and the plain lines alike. */
export const zoneWords: Record<Zone | 'unknown', string> = {
  easy: 'EASY',
  caution: 'CAUTION',
  over: 'OVER',
  unknown: 'NO PULSE',
};

/** What to do above easy; to slow down is asked of those who move. */
export function zoneAdvice(level: WarningLevel, { phase, paused }: SessionState): string {
  if (level === 'over') return 'stop · sit down · breathe';
  const isWorking = ['exercise', 'open'].includes(phase.name) && paused === undefined;
  return isWorking ? 'slow down · breathe out' : 'stay calm · breathe out';
}

/** Instead of a zone, where no strap is worn. */
export const unguardedWord = 'UNGUARDED';

export const trustWords: Record<Trust, string> = {
  searching: 'looking for the pulse',
  live: 'live',
  late: 'late',
  lost: 'signal lost',
  'no-contact': 'no skin contact',
  implausible: 'pulse in doubt',
  frozen: 'strap stuck',
};

/** Why there is no pulse: where the strap itself says that it feels no skin, that. */
export const trustShown = ({ trust, skinContact }: SessionState): Trust =>
  skinContact === false && !isKnown(trust) ? 'no-contact' : trust;

/** Why the strap is not heard, or what to try, a thing on each line; empty while it is. */
export function unheardLines({ link }: SessionState): readonly string[] {
  if (link.status === 'lost') return [sentence(link.reason)];
  if (link.status !== 'searching' || link.hint === undefined) return [];
  const [, ...things] = link.hint.split(/[;:] /);
  return things.map(sentence);
}

function sentence(words: string): string {
  const plain = plainText(words, 100);
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}.`;
}

/** The battery that was found low this session. */
export const lowBatteryText = (percent: number): string =>
  `strap battery ${percent} %: change it soon`;

/** What to do about a pulse that cannot be trusted. */
export const trustRemedies: Record<Trust, string> = {
  searching: 'Put the strap on, moisten it, stay near.',
  live: 'Stay as you are.',
  late: 'Stay as you are.',
  lost: 'Stay near. Is the strap on, and moist?',
  'no-contact': 'Moisten the strap and pull it tighter.',
  implausible: 'Check that the strap sits flat and is moist.',
  frozen: 'Take the strap off for a moment and put it on again.',
};

export const endWords: Record<EndReason, string> = {
  completed: 'The routine is done.',
  'ended-by-user': 'You ended the session.',
  discomfort: 'Stopped because you did not feel well.',
  'enough-for-today': 'Enough for today: the limit was passed in several exercises.',
  'still-raised': 'Your pulse is still raised: enough for today.',
  'rest-unanswered': 'Your pulse stayed up in the rest: enough for today.',
  'signal-lost': 'The pulse was lost too long.',
  'source-ended': 'The recording has ended.',
  stopped: 'The session was stopped.',
  interrupted: 'The session was interrupted.',
};

export const discomfortWords: Record<Discomfort, string> = {
  chest: 'chest',
  dizzy: 'dizzy',
  breathless: 'breathless',
  pain: 'pain',
  other: 'other',
};

/** Shown plainly wherever the pulse is not that of somebody training now; undefined for a strap. */
export const sourceLabels: Record<Source, string | undefined> = {
  strap: undefined,
  simulator: 'SIMULATED STRAP',
  replay: 'REPLAY',
  import: 'IMPORTED',
  none: 'NO STRAP, UNGUARDED',
};

const originWords: Record<LimitOrigin, string> = {
  key: 'set by key',
  flag: 'set on the command line',
  environment: 'from the environment',
  profile: "your profile's",
  routine: "the routine's",
  source: 'the usual',
};

const originBrief = (origin: LimitOrigin): string => (origin === 'source' ? 'usual' : origin);

/** Both limits, each with where it comes from (A10). */
export function limitsText({ cautionBpm, limitBpm, cautionOrigin, limitOrigin }: Limits): string {
  return cautionOrigin === limitOrigin
    ? `caution ${cautionBpm} · limit ${limitBpm} (${originWords[limitOrigin]})`
    : `caution ${cautionBpm} (${originWords[cautionOrigin]}) · limit ${limitBpm} (${originWords[limitOrigin]})`;
}

/** Both limits in few columns: `90-100 usual`. */
export function limitsBrief({ cautionBpm, limitBpm, cautionOrigin, limitOrigin }: Limits): string {
  const origins = [...new Set([cautionOrigin, limitOrigin])].map(originBrief).join('/');
  return `${cautionBpm}-${limitBpm} ${origins}`;
}

export function linkText(
  { link, skinContact }: SessionState,
  { source, sensor }: SessionHeader,
): string {
  if (source === 'none') return 'no strap';
  switch (link.status) {
    case 'searching':
      return `looking for ${plainText(sensor, 30)}`;
    case 'connecting':
      return `connecting to ${plainText(link.name, 30)}`;
    case 'lost':
      return `link lost: ${plainText(link.reason, 40)}`;
    case 'connected': {
      const battery =
        link.batteryPercent === undefined ? '' : ` · battery ${link.batteryPercent} %`;
      const contact = skinContact === false ? ' · no skin contact' : '';
      return `${plainText(link.name, 30)}${battery}${contact}`;
    }
  }
}

/** `left side` for a side, and a way of turning as it is. */
export const sideText = (side: string): string =>
  side === 'left' || side === 'right' ? `${side} side` : plainText(side, 20);

/** When to call for help; shown with every discomfort (§3). */
export const helpLine = (emergencyNumber: string): string =>
  `Call ${plainText(emergencyNumber, 20)} at once for chest pain or pressure, fainting, trouble speaking.`;
