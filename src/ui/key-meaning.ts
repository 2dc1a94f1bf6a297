import type { Key } from '../session/facts.ts';
import { isRest } from '../session/header.ts';
import type { SessionState } from '../session/state.ts';
import { isUnguarded } from '../session/unguarded.ts';

/** What a key asks for; muting, telling, the line of a note and more keys are the screen's own, the link and the energy the sensor's business. */
export type KeyMeaning = Key | 'mute' | 'tell' | 'note' | 'keys' | 'retry-link' | 'reset-energy';
export type KeyHint = {
  readonly key: string;
  readonly label: string;
  /** For where there is little room. */
  readonly brief?: string;
};

const always: Readonly<Record<string, KeyMeaning>> = {
  ' ': 'pause',
  n: 'next',
  d: 'discomfort',
  a: 'acknowledge',
  q: 'end',
  m: 'mute',
  w: 'tell',
  o: 'note',
  '?': 'keys',
  t: 'retry-link',
  e: 'reset-energy',
  r: 'rest-on',
  c: 'cool-down',
  b: 'back',
  s: 'stand-anyway',
  '+': 'more',
  '=': 'more',
  '-': 'less',
  ']': 'dose-more',
  '[': 'dose-less',
  '.': 'count-up',
  ',': 'count-down',
  u: 'limits-raise',
  l: 'limits-lower',
};

const reasons: Readonly<Record<string, KeyMeaning>> = {
  '1': 'chest',
  '2': 'dizzy',
  '3': 'breathless',
  '4': 'pain',
  '5': 'other',
};

/** Whether the question about the end still stands (§3: the end asks once). */
export const isEndAsked = ({ endAskedMs, header }: SessionState, atMs: number): boolean =>
  endAskedMs !== undefined && atMs - endAskedMs <= header.rules.endConfirmationS * 1000;

/** What a typed character means at this moment; undefined where it means nothing. Discomfort is always heard. */
export function keyMeaning(
  character: string,
  state: SessionState,
  atMs: number,
): KeyMeaning | undefined {
  const lower = character.toLowerCase();
  const meaning = Object.hasOwn(always, lower) ? always[lower] : undefined;
  if (meaning === 'discomfort') return meaning;
  if (isReasonAsked(state) && Object.hasOwn(reasons, lower)) return reasons[lower];
  if (isEndAsked(state, atMs)) return meaning === 'end' ? meaning : 'carry-on';
  return meaning;
}

const isReasonAsked = ({ discomfort, phase }: SessionState): boolean =>
  discomfort !== undefined && discomfort.reason === undefined && phase.name !== 'ended';

/** Whether a strap is sought, so that a key may hurry it. */
const isUnheard = ({ header, link }: SessionState): boolean =>
  header.source === 'strap' && (link.status === 'searching' || link.status === 'lost');

const hasEnergy = ({ header, link, energyKj }: SessionState): boolean =>
  header.source === 'strap' && link.status === 'connected' && energyKj !== undefined;

const discomfortHint: KeyHint = { key: 'd', label: 'discomfort', brief: 'unwell' };

/** The keys that do something now, the most needed first. */
export function keyHints(
  state: SessionState,
  atMs: number,
  { muted = false, unacknowledged = false }: { muted?: boolean; unacknowledged?: boolean } = {},
): readonly KeyHint[] {
  const { phase, discomfort, paused } = state;
  if (phase.name === 'ended') return [];
  if (isEndAsked(state, atMs)) {
    return [
      { key: 'q', label: 'end now' },
      { key: 'any other', label: 'carry on' },
      discomfortHint,
    ];
  }
  const isOffered = phase.name === 'rest' && phase.offers > 0;
  const isAsked = phase.name === 'ask-to-stand';
  const goesOn = ['rest', 'exercise', 'get-ready', 'recovery', 'baseline', 'ask-to-stand'].includes(
    phase.name,
  );
  const hints: (KeyHint | false)[] = [
    isReasonAsked(state) && { key: '1-5', label: 'what it is' },
    discomfort === undefined && discomfortHint,
    unacknowledged && { key: 'a', label: 'acknowledge', brief: 'seen' },
    ...(isAsked ? askHints : []),
    ...(isOffered ? offerHints : []),
    { key: 'space', label: paused === undefined ? 'pause' : 'go on' },
    { key: 'q', label: phase.name === 'cool-down' ? 'end now' : 'end', brief: 'end' },
    isUnheard(state) && { key: 't', label: 'try now', brief: 'seek' },
    goesOn && !isOffered && !isAsked && nextHint(state),
    { key: 'm', label: muted ? 'sound on' : 'mute' },
    ...paceHints(state),
    { key: 'w', label: 'tell' },
    { key: 'o', label: 'note' },
    hasEnergy(state) && { key: 'e', label: 'reset energy' },
  ];
  return hints.filter((hint) => hint !== false);
}

/** A resting test has nothing after it: `n` ends it with what was measured. */
const nextHint = ({ header }: SessionState): KeyHint =>
  isRest(header) ? { key: 'n', label: 'enough', brief: 'done' } : { key: 'n', label: 'next' };

const askHints: readonly KeyHint[] = [
  { key: 's', label: 'all the same', brief: 'do it' },
  { key: 'n', label: 'leave out', brief: 'no' },
];

const offerHints: readonly KeyHint[] = [
  { key: 'r', label: 'rest on' },
  { key: 'n', label: 'go on' },
  { key: 'c', label: 'cool down', brief: 'cool' },
];

function paceHints(state: SessionState): KeyHint[] {
  const { phase, paused, hold } = state;
  const isMoving = phase.name === 'exercise' && paused === undefined && hold === undefined;
  const isLater = 'stepIndex' in phase && phase.stepIndex > 0;
  const pace = [
    { key: '+ -', label: 'pace' },
    { key: '[ ]', label: 'dose' },
  ];
  const back = { key: 'b', label: 'back' };
  const limits = { key: 'u l', label: 'limits' };
  return [
    ...(isMoving ? pace : []),
    ...(isLater ? [back] : []),
    ...(isUnguarded(state) ? [] : [limits]),
  ];
}
