import { adaptedStep } from '../session/adapted-step.ts';
import { type Place, placeIn } from '../session/progress.ts';
import type { Phase, SessionState } from '../session/state.ts';
import { elapsedMs } from '../session/stopwatch.ts';
import { downTo } from '../session/threshold-words.ts';
import { isKnown } from '../session/trust.ts';
import { isUnguarded } from '../session/unguarded.ts';
import { zoneOf } from '../session/zone.ts';
import { lengthInWords, sentence, speakable } from './speakable.ts';
import { sideWords } from './tell-steps.ts';

/** Pulse and count at this moment, in words, for when they are asked for. */
export const tellNow = (state: SessionState, atMs: number): string =>
  [pulseWords(state, atMs), taskWords(state, atMs)].filter((part) => part !== '').join(' ');

const unknownWords = {
  searching: 'no strap is heard',
  lost: 'signal lost',
  'no-contact': 'no skin contact',
  implausible: 'in doubt',
  frozen: 'the strap is stuck',
} as const;

function pulseWords(state: SessionState, atMs: number): string {
  const { pulse, trust, trustSinceMs } = state;
  if (isUnguarded(state)) return '';
  if (trust !== 'live' && trust !== 'late') {
    return `Pulse not known, ${unknownWords[trust]} for ${lengthInWords(atMs - trustSinceMs)}.`;
  }
  if (pulse === undefined || !isKnown(trust)) return 'Pulse not known.';
  const age = trust === 'late' ? `, ${lengthInWords(atMs - pulse.atMs)} old` : '';
  return `Pulse ${pulse.bpm}${age}, ${zoneOf(state) ?? 'easy'}.`;
}

function taskWords(state: SessionState, atMs: number): string {
  if (state.phase.name === 'ended') return 'The session has ended.';
  if (state.paused !== undefined) return 'Paused.';
  if (state.hold !== undefined) return 'All clocks stand.';
  return phaseWords(state, state.phase, elapsedMs(state.clock, atMs));
}

function phaseWords(state: SessionState, phase: Phase, intoMs: number): string {
  switch (phase.name) {
    case 'baseline':
      return `Pulse at rest, ${leftWords(phase.lengthMs - intoMs)}.`;
    case 'ask-to-stand':
      return 's does standing work all the same, n leaves it out.';
    case 'get-ready':
      return `Get ready. ${sentence(nameOf(state, phase.stepIndex))}`;
    case 'exercise':
      return exerciseWords(nameOf(state, phase.stepIndex), placeIn(state.work?.plan ?? [], intoMs));
    case 'rest':
      return intoMs < phase.lengthMs
        ? `Rest, ${leftWords(phase.lengthMs - intoMs)}.`
        : `Rest, until your pulse is ${downTo(phase.belowBpm)}.`;
    case 'recovery':
      return `Sit and breathe, until your pulse is ${downTo(phase.belowBpm)}.`;
    case 'cool-down':
      if (phase.isProlonged === true) return 'Stay seated, until your pulse is down.';
      return `Cool-down, ${leftWords(phase.lengthMs - intoMs)}.`;
    case 'open':
      return `${lengthInWords(intoMs)} so far.`;
    default:
      return '';
  }
}

const leftWords = (ms: number): string => `${lengthInWords(Math.ceil(ms / 1000) * 1000)} left`;

const nameOf = (state: SessionState, stepIndex: number): string =>
  speakable(adaptedStep(state.header, stepIndex)?.name ?? '');

function exerciseWords(name: string, place: Place | undefined): string {
  if (place === undefined) return sentence(name);
  const side = sideWords([place.segment]);
  return [`${name}${countWords(place)}.`, side].filter((part) => part !== '').join(' ');
}

function countWords({ segment, leftMs, repsDone }: Place): string {
  switch (segment.kind) {
    case 'reps':
      return `, ${Math.min(segment.reps, repsDone + 1)} of ${segment.reps}`;
    case 'move':
      return `, ${leftWords(leftMs)}`;
    case 'hold':
      return `, hold ${segment.rep} of ${segment.of}, ${leftWords(leftMs)}`;
    case 'pause':
      return ', a rest between';
    case 'settle':
      return ', until your pulse is down';
    case 'open':
      return ', n when you are done';
  }
}
