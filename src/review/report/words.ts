import type { Discomfort, WarningLevel } from '../../session/facts.ts';
import type { Source } from '../../session/header.ts';
import type { LimitOrigin, Limits } from '../../session/limits.ts';
import type { Zone } from '../../session/zone.ts';
import type { Stop } from '../bouts.ts';
import type { Gap } from '../gaps.ts';
import type { Summary } from '../summary.ts';

/** Why a session ended, for someone who was not there. */
export const endWords: Readonly<Record<Summary['endReason'], string>> = {
  completed: 'Completed',
  'ended-by-user': 'Ended by the person',
  discomfort: 'Stopped for discomfort',
  'enough-for-today': 'Ended early: the limit was passed in too many exercises',
  'still-raised': 'Ended early: the pulse stayed raised',
  'rest-unanswered': 'Ended early: the pulse stayed up in a rest, and no key was pressed',
  'signal-lost': 'Ended early: the pulse signal was away for too long',
  'source-ended': 'The recording ended',
  stopped: 'The program was stopped',
  interrupted: 'Interrupted: the record breaks off without an end',
};

export const stopWords: Readonly<Record<Stop, string>> = {
  done: 'done',
  skipped: 'skipped',
  dropped: 'dropped',
  caution: 'stopped in caution',
  over: 'stopped over the limit',
  stopped: 'stopped',
  paused: 'paused',
  held: 'waited for a pulse',
  interrupted: 'cut off',
};

export const gapWords: Readonly<Record<Gap['reason'], string>> = {
  searching: 'the strap was not heard yet',
  lost: 'the signal was lost',
  'no-contact': 'no skin contact',
  implausible: 'the pulse was in doubt',
  frozen: 'the strap was stuck on one value',
};

export const sourceWords: Readonly<Record<Source, string>> = {
  strap: 'heart rate strap',
  simulator: 'simulated heart',
  replay: 'replay of a recording',
  import: 'imported recording',
  none: 'no sensor: nothing watched the pulse',
};

const originWords: Readonly<Record<LimitOrigin, string>> = {
  key: 'set by key',
  flag: 'given on the command line',
  environment: 'set by an environment variable',
  profile: 'the person’s own profile',
  routine: 'the routine',
  source: 'pulsepace’s usual',
};

/** Both limits and where each comes from. */
export const limitsText = ({ cautionBpm, limitBpm, cautionOrigin, limitOrigin }: Limits): string =>
  cautionOrigin === limitOrigin
    ? `caution from ${cautionBpm}, limit ${limitBpm} bpm (${originWords[limitOrigin]})`
    : `caution from ${cautionBpm} bpm (${originWords[cautionOrigin]}), limit ${limitBpm} bpm (${originWords[limitOrigin]})`;

export const discomfortWords: Readonly<Record<Discomfort, string>> = {
  chest: 'chest pain or pressure',
  dizzy: 'dizziness',
  breathless: 'breathlessness',
  pain: 'pain',
  other: 'something else',
};

/** A shape for each zone, so that none is told by colour alone. */
export const zoneSymbols: Readonly<Record<Zone, string>> = { easy: '●', caution: '▲', over: '■' };

export const levelWords: Readonly<Record<WarningLevel, string>> = {
  caution: 'caution',
  over: 'over the limit',
};
