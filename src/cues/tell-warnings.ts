import type { Fact, FactOf, Trust } from '../session/facts.ts';
import { notDownWords } from '../session/pulse-at-end.ts';
import type { SessionState } from '../session/state.ts';
import { isRaising } from '../session/threshold-words.ts';
import { isKnown } from '../session/trust.ts';
import { watchWords } from '../session/watch-words.ts';
import { sentence } from './speakable.ts';
import type { Telling } from './telling.ts';

/** The states on both sides of a turn, and whom to call. */
export type Sides = {
  readonly before: SessionState;
  readonly after: SessionState;
  readonly emergencyNumber: string;
};

/** What the guard, the signal and a discomfort have to say of a fact (§2); undefined where it is none of theirs. */
export function tellWarning(fact: Fact, sides: Sides): Telling | undefined {
  switch (fact.type) {
    case 'warning-raised':
      return {
        kind: onsetKind(fact),
        text: `${levelWords[fact.level]}, ${fact.bpm}. ${advice(fact, sides)}`,
      };
    case 'warning-repeated': {
      const now = fact.bpm === undefined ? 'the pulse is not known' : String(fact.bpm);
      return { kind: 'warning', text: `${stillWords(fact, sides)}, ${now}.${urging(fact, sides)}` };
    }
    case 'warning-cleared':
      return cleared(fact, sides);
    case 'cool-down-prolonged':
      return notDownYet(sides);
    case 'trust-changed':
      return trustTelling(fact.trust, sides);
    case 'discomfort-reported':
      return {
        kind: 'warning',
        text: `Stop. Sit or lie down. ${help(sides.emergencyNumber)}`,
        more: ['What is it? 1 chest, 2 dizzy, 3 breathless, 4 pain, 5 other.'],
      };
    default:
      return undefined;
  }
}

const levelWords = { caution: 'Caution', over: 'Over' } as const;

const onsetKind = ({ level, silent }: FactOf<'warning-raised'>): Telling['kind'] => {
  if (silent === true) return 'shown';
  return level === 'over' ? 'over' : 'warning';
};

function advice({ level }: FactOf<'warning-raised'>, { after }: Sides): string {
  if (level === 'over') return 'Stop. Sit down and breathe.';
  return isWorking(after) ? 'Slow down, breathe out.' : 'Stay calm, breathe out.';
}

/** A warning stands until the pulse has stayed clearly below its line: nobody is told that 85 is over 90. */
function stillWords({ level, bpm }: FactOf<'warning-repeated'>, { after }: Sides): string {
  const isBelow = bpm !== undefined && !isRaising(level, bpm, after.limits);
  if (level === 'caution') return isBelow ? 'Nearly easy' : 'Still caution';
  return isBelow ? 'Nearly down' : 'Still over';
}

/** A repetition is short: what to do has been said. */
function urging({ level }: FactOf<'warning-repeated'>, { after }: Sides): string {
  if (level === 'over') return ' Sit and breathe.';
  return isWorking(after) ? ' Slow down.' : '';
}

function isWorking({ header, phase, paused }: SessionState): boolean {
  if (paused !== undefined) return false;
  if (phase.name !== 'exercise') return phase.name === 'open';
  return header.routine.steps[phase.stepIndex]?.effort !== 'still';
}

/** Where nothing but over may sound, or the person asked for silence, the end of a caution is not spoken either. */
function cleared(
  { level, bpm, atMs }: FactOf<'warning-cleared'>,
  { before, after }: Sides,
): Telling {
  const isSilenced = (before.guard[level]?.silentUntilMs ?? 0) > atMs;
  const isQuiet = after.paused !== undefined || after.phase.name === 'baseline';
  return {
    kind: isSilenced || isQuiet ? 'shown' : 'warning',
    text: level === 'over' ? `No longer over, ${bpm}.` : `Easy again, ${bpm}.`,
  };
}

/** The time of the cool-down is over, and the pulse is above the limit still. */
const notDownYet = ({ after, emergencyNumber }: Sides): Telling => ({
  kind: 'warning',
  text: `${notDownWords(after) ?? watchWords(after)} Stay seated and breathe out slowly.`,
  more: [
    'It is watched on until it is down, q ends.',
    'If it stays up, ask a doctor.',
    help(emergencyNumber),
  ],
});

const lostWords: Partial<Record<Trust, string>> = {
  lost: 'Signal lost.',
  'no-contact': 'No skin contact.',
  implausible: 'The pulse is in doubt.',
  frozen: 'The strap is stuck.',
};

const remedies: Partial<Record<Trust, string>> = {
  lost: 'Stay near. Is the strap on, and moist?',
  'no-contact': 'Moisten the strap and pull it tighter.',
  implausible: 'Check that the strap sits flat and is moist.',
  frozen: 'Take the strap off for a moment and put it on again.',
};

function trustTelling(trust: Trust, { before, after }: Sides): Telling | undefined {
  const wasKnown = isKnown(before.trust);
  if (isKnown(trust)) return wasKnown || trust === 'late' ? undefined : heardAgain(before, after);
  const text = lostWords[trust];
  if (text === undefined) return undefined;
  const remedy = remedies[trust];
  return {
    kind: wasKnown && after.paused === undefined ? 'warning' : 'shown',
    text,
    ...(remedy !== undefined && { more: [remedy] }),
  };
}

function heardAgain(before: SessionState, after: SessionState): Telling {
  const bpm = after.pulse === undefined ? '' : `, ${after.pulse.bpm}`;
  const text =
    before.trust === 'searching' ? `Your pulse is here${bpm}.` : `The pulse is back${bpm}.`;
  return { kind: after.paused === undefined ? 'warning' : 'shown', text };
}

const help = (emergencyNumber: string): string =>
  sentence(
    `Call ${emergencyNumber} at once for chest pain or pressure, fainting, trouble speaking`,
  );
