import type { Hold, SessionState } from '../session/state.ts';
import { elapsedMs } from '../session/stopwatch.ts';
import { isKnown } from '../session/trust.ts';
import { watchWords } from '../session/watch-words.ts';
import { breathAt } from './breathing-guide.ts';
import { countdownText, durationText } from './clock-text.ts';
import { coolDownLine } from './cool-down-task.ts';
import { endText } from './end-text.ts';
import { phaseTask } from './phase-task.ts';
import { helpLine, trustRemedies, trustShown, trustWords, unheardLines } from './session-words.ts';
import type { Task } from './task.ts';

/** The strongest of what goes on: a discomfort, a pause, a held signal, else the phase. */
export function taskAt(state: SessionState, atMs: number, emergencyNumber: string): Task {
  const { discomfort, paused, hold, phase } = state;
  if (phase.name === 'ended') {
    const lines = [endText(state, phase.reason)];
    return { mood: 'calm', title: 'Session ended', unit: '', lines };
  }
  if (discomfort !== undefined) return discomfortTask(state, atMs, emergencyNumber);
  if (paused !== undefined) return pausedTask(state, paused.sinceMs, atMs);
  if (hold !== undefined && phase.name !== 'open') return heldTask(state, hold, atMs);
  const task = phaseTask(state, phase, atMs);
  const help = helpLine(emergencyNumber);
  return isStillOver(state) ? { ...task, lines: [help, ...task.lines], steady: 1 } : task;
}

/** A cool-down that a raised pulse has begun, or made longer, names help as long as the pulse stays above the limit (§3). */
const isStillOver = ({ phase, guard }: SessionState): boolean =>
  phase.name === 'cool-down' &&
  (phase.reason === 'still-raised' || phase.isProlonged === true) &&
  guard.over !== undefined;

function discomfortTask(state: SessionState, atMs: number, emergencyNumber: string): Task {
  const { discomfort, clock } = state;
  const breath = breathAt(elapsedMs(clock, atMs));
  const help = helpLine(emergencyNumber);
  if (discomfort?.reason === undefined) {
    return {
      mood: 'stop',
      title: 'Stop. Sit or lie down. What is it?',
      unit: breath.word,
      big: String(breath.leftS),
      lines: ['1 chest 2 dizzy 3 breath 4 pain 5 other', help],
      steady: 2,
      breath,
    };
  }
  return {
    mood: 'stop',
    title: 'Rest. Breathe out slowly.',
    unit: breath.word,
    big: String(breath.leftS),
    lines: [help, coolDownLine(state)],
    steady: 1,
    breath,
  };
}

const pausedTask = (state: SessionState, sinceMs: number, atMs: number): Task => ({
  mood: 'calm',
  title: 'Paused',
  big: durationText(atMs - sinceMs),
  unit: 'paused',
  lines: [`Space goes on. ${watchWords(state)}`],
});

function heldTask(state: SessionState, hold: Hold, atMs: number): Task {
  const { trust, header } = state;
  const { countdown, reason } = hold;
  const found = reason === 'searching' ? 'Your pulse is there' : 'The pulse is back';
  if (countdown !== undefined) {
    return {
      mood: 'calm',
      title: found,
      big: String(Math.max(1, Math.ceil((countdown.sinceMs + countdown.lengthMs - atMs) / 1000))),
      unit: 's until it goes on',
      lines: ['Get back into position.'],
    };
  }
  if (isKnown(trust)) {
    const line = 'Stay as you are: it goes on in a moment.';
    return { mood: 'calm', title: found, unit: '', lines: [line] };
  }
  const isSearching = trust === 'searching';
  const unheard = unheardLines(state);
  const remedies = isHinted(state) ? [] : [trustRemedies[trustShown(state)]];
  return {
    mood: 'stop',
    title: isSearching
      ? 'Waiting for your pulse'
      : `${capital(trustWords[trustShown(state)])}: stop and wait`,
    big: countdownText(hold.sinceMs + header.rules.holdLimitS * 1000 - atMs),
    unit: 'until the session ends',
    lines: [...unheard, ...remedies, 'All clocks stand. It goes on by itself.'],
  };
}

/** How long this has been asked for, by whichever clock is running. */
export function askedForMs(
  { discomfort, paused, hold, clock }: SessionState,
  atMs: number,
): number {
  const sinceMs = discomfort?.atMs ?? paused?.sinceMs ?? hold?.sinceMs;
  return sinceMs === undefined ? elapsedMs(clock, atMs) : atMs - sinceMs;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const isHinted = ({ link }: SessionState): boolean =>
  link.status === 'searching' && link.hint !== undefined;
