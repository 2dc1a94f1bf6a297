import type { Trust } from '../session/facts.ts';
import type { SessionState } from '../session/state.ts';
import { isKnown } from '../session/trust.ts';
import { isUnguarded } from '../session/unguarded.ts';
import { type Zone, zoneOf } from '../session/zone.ts';
import { trustShown, trustWords, unguardedWord, zoneAdvice, zoneWords } from './session-words.ts';

export type ShownPulse = {
  /** Two or three digits, or `--` where the pulse is not known now. */
  readonly digits: string;
  readonly bpm?: number;
  readonly trust: Trust;
  readonly text: string;
};

export type ShownZone = {
  readonly name: Zone | 'unknown';
  readonly word: string;
  readonly advice: string;
};

/** The newest pulse and how fresh it is. */
export function pulseShown(state: SessionState, atMs: number): ShownPulse {
  const { pulse, trust, trustSinceMs } = state;
  if (isUnguarded(state)) return { digits: '--', trust, text: 'no strap' };
  if (pulse === undefined || !isKnown(trust)) {
    const forS = Math.max(0, Math.floor((atMs - trustSinceMs) / 1000));
    return { digits: '--', trust, text: `${trustWords[trustShown(state)]} · ${forS} s` };
  }
  const ageS = Math.max(0, Math.floor((atMs - pulse.atMs) / 1000));
  const text = trust === 'late' ? `bpm · ${ageS} s old` : `bpm · ${trustWords[trust]}`;
  return { digits: String(pulse.bpm), bpm: pulse.bpm, trust, text };
}

/** The zone by its word, and what to do in it. */
export function zoneShown(state: SessionState): ShownZone {
  const zone = zoneOf(state);
  const isUnknown = !isKnown(state.trust);
  if (isUnguarded(state)) return { name: 'unknown', word: unguardedWord, advice: '' };
  if (zone === undefined) return { name: 'unknown', word: zoneWords.unknown, advice: '' };
  if (isUnknown) {
    return { name: zone, word: zoneWords[zone], advice: 'the pulse is unknown now' };
  }
  return { name: zone, word: zoneWords[zone], advice: adviceFor(zone, state) };
}

function adviceFor(zone: Zone, state: SessionState): string {
  if (state.trust === 'late') return 'late pulse · waiting for a fresh one';
  return zone === 'easy' ? easyWords(state) : zoneAdvice(zone, state);
}

/** What is known, and no more: nobody is told to be well. */
function easyWords({ guard, limits, discomfort }: SessionState): string {
  if (discomfort !== undefined) return '';
  return guard.approach === undefined ? `below ${limits.cautionBpm}` : 'rising';
}
