import { titleOf } from '../session/header.ts';
import { meanBpm } from '../session/pulse-mean.ts';
import type { Phase, SessionState } from '../session/state.ts';
import { elapsedMs } from '../session/stopwatch.ts';
import { breathAt } from './breathing-guide.ts';
import { countdownText, durationText } from './clock-text.ts';
import { exerciseTask, stepTask } from './exercise-task.ts';
import { plainText } from './plain-text.ts';
import { endWords, unheardLines } from './session-words.ts';
import type { Task } from './task.ts';

export const coolDownLine = 'Your pulse is measured as it falls: at 1 min and at 2 min.';

/** What each phase asks for. */
export function phaseTask(state: SessionState, phase: Phase, atMs: number): Task {
  const intoMs = elapsedMs(state.clock, atMs);
  switch (phase.name) {
    case 'get-ready':
      return {
        ...stepTask(state, phase.stepIndex),
        mood: 'calm',
        big: String(Math.max(1, Math.ceil((phase.lengthMs - intoMs) / 1000))),
        unit: 's · get ready',
      };
    case 'exercise':
      return exerciseTask(state, phase.stepIndex, intoMs);
    case 'rest':
      return restTask(state, phase, intoMs);
    case 'recovery':
      return recoveryTask(state, phase.belowBpm, intoMs);
    case 'cool-down':
      return coolDownTask(phase, intoMs);
    case 'open':
      return {
        mood: 'do',
        title: plainText(titleOf(state.header), 60),
        big: durationText(intoMs),
        unit: 'so far',
        lines: unheardLines(state),
      };
    default:
      return { mood: 'calm', title: 'One moment', unit: '', lines: [] };
  }
}

/** `until below 87, now 92`, of the mean that the rules judge by. */
function untilText(state: SessionState, belowBpm: number): string {
  const mean = meanBpm(state);
  return `until below ${belowBpm}, now ${mean === undefined ? '--' : Math.round(mean)}`;
}

function restTask(
  state: SessionState,
  phase: Extract<Phase, { name: 'rest' }>,
  intoMs: number,
): Task {
  const leftMs = phase.lengthMs - intoMs;
  const step = state.header.routine.steps[phase.stepIndex];
  const posture = step?.restPosture === 'lying' ? 'Lie down' : 'Sit down';
  const why = phase.reason === 'caution' ? 'Your pulse is up: a short rest.' : 'A rest.';
  const offers = phase.offers > 0 ? [offerLine(state, phase)] : [];
  return {
    mood: 'calm',
    title: `Rest ${untilText(state, phase.belowBpm)}`,
    big: leftMs > 0 ? countdownText(leftMs) : durationText(intoMs),
    unit: leftMs > 0 ? 'rest left' : 'resting',
    lines: [...offers, `${why} ${posture} and breathe.`],
  };
}

function offerLine(state: SessionState, { offers }: Extract<Phase, { name: 'rest' }>): string {
  const isLast = offers >= state.header.rules.restOffers;
  const otherwise = isLast ? 'Without an answer: cool-down.' : 'Your pulse is still up.';
  return `r rest on · n go on · c cool down. ${otherwise}`;
}

function recoveryTask(state: SessionState, belowBpm: number, intoMs: number): Task {
  const breath = breathAt(intoMs);
  return {
    mood: 'stop',
    title: 'Stop · sit down · breathe',
    big: String(breath.leftS),
    unit: breath.word,
    lines: [`Rest ${untilText(state, belowBpm)}.`, 'Then the exercise goes on, lighter.'],
    breath,
  };
}

function coolDownTask(phase: Extract<Phase, { name: 'cool-down' }>, intoMs: number): Task {
  return {
    mood: 'calm',
    title: 'Cool-down · sit and let it come down',
    big: countdownText(phase.lengthMs - intoMs),
    unit: 'cool-down left',
    lines: [coolDownLine, endWords[phase.reason]],
  };
}
