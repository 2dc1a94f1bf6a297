import { isRest, titleOf } from '../session/header.ts';
import { isGivenUp } from '../session/over-stops.ts';
import { meanBpm } from '../session/pulse-mean.ts';
import type { Phase, SessionState } from '../session/state.ts';
import { stepAfterRecovery } from '../session/step-order.ts';
import { elapsedMs } from '../session/stopwatch.ts';
import { downTo } from '../session/threshold-words.ts';
import { isUnguarded } from '../session/unguarded.ts';
import { breathAt } from './breathing-guide.ts';
import { countdownText, durationText } from './clock-text.ts';
import { coolDownTask } from './cool-down-task.ts';
import { exerciseTask, firstText, parts, stepTask } from './exercise-task.ts';
import { plainText } from './plain-text.ts';
import { unheardLines } from './session-words.ts';
import type { Task } from './task.ts';

/** What a pulse that is high at rest may mean, and what may be done today (§3). */
export function raisedLines({ restingBpm, limits }: SessionState): string[] {
  return [
    `At rest your pulse is ${restingBpm ?? '--'}: near ${limits.cautionBpm}, where this routine warns.`,
    'Common when unfit, hurried, after coffee or with fever.',
    'Today: breathing and seated circles.',
    'If it stays so on several calm mornings, ask a doctor.',
  ];
}

const baselineWords = {
  title: 'Sit still · your pulse at rest',
  lines: ['Breathe as you like. Do not talk.', 'n goes on without it.'],
};

const restingTestWords = {
  title: 'Sit or lie still · your pulse at rest',
  lines: ['Breathe as you like. Do not talk.', 'n ends it with what there is.'],
};

/** What each phase asks for. */
export function phaseTask(state: SessionState, phase: Phase, atMs: number): Task {
  const intoMs = elapsedMs(state.clock, atMs);
  switch (phase.name) {
    case 'baseline':
      return {
        mood: 'calm',
        ...(isRest(state.header) ? restingTestWords : baselineWords),
        big: countdownText(phase.lengthMs - intoMs),
        unit: 'left',
      };
    case 'ask-to-stand':
      return askTask(state, phase, intoMs);
    case 'get-ready':
      return {
        ...readyTask(state, phase.stepIndex),
        mood: 'calm',
        isToRead: true,
        big: String(Math.max(1, Math.ceil((phase.lengthMs - intoMs) / 1000))),
        unit: parts('s · get ready', firstText(state, phase.stepIndex)),
      };
    case 'exercise':
      return exerciseTask(state, phase.stepIndex, intoMs);
    case 'rest':
      return restTask(state, phase, intoMs);
    case 'recovery':
      return recoveryTask(state, phase, intoMs);
    case 'cool-down':
      return coolDownTask(state, phase, intoMs);
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

/** A step that is to come: one that may be left out says so, and the first says what the pulse at rest means. */
function readyTask(state: SessionState, stepIndex: number): Task {
  const task = stepTask(state, stepIndex);
  const isOptional = state.header.routine.steps[stepIndex]?.optional === true;
  const choice = isOptional ? ['As you like: n leaves it out.'] : [];
  const raised = state.isRaisedAtRest && stepIndex === 0 ? raisedLines(state) : [];
  return { ...task, lines: [...choice, ...raised, ...task.lines] };
}

function askTask(
  state: SessionState,
  phase: Extract<Phase, { name: 'ask-to-stand' }>,
  intoMs: number,
): Task {
  return {
    ...stepTask(state, phase.stepIndex),
    mood: 'calm',
    isToRead: true,
    big: countdownText(phase.lengthMs - intoMs),
    unit: 'then it is left out',
    lines: raisedLines(state),
  };
}

/**
 * `Rest until 87 or below, now 92`, of the mean that the rules judge by, rounded up: as long as it is above what is
 * waited for, so is its number. A pulse that has just gone up is not down, whatever the mean is yet. Where it is down,
 * what is still missing: that it stays so, or the rest's time.
 */
function untilText(state: SessionState, belowBpm: number, leftMs = 0): string {
  const mean = meanBpm(state);
  if (mean === undefined) return `Rest until ${downTo(belowBpm)}`;
  const newestBpm = state.pulse?.bpm ?? 0;
  const bpm = mean <= belowBpm && newestBpm > belowBpm ? newestBpm : Math.ceil(mean);
  if (bpm > belowBpm) return `Rest until ${downTo(belowBpm)}, now ${bpm}`;
  return leftMs > 0
    ? `Rest · ${bpm} is low enough`
    : `Rest until it stays at ${belowBpm}, now ${bpm}`;
}

function restTask(
  state: SessionState,
  phase: Extract<Phase, { name: 'rest' }>,
  intoMs: number,
): Task {
  const leftMs = phase.lengthMs - intoMs;
  const step = state.header.routine.steps[phase.stepIndex];
  const posture = step?.restPosture === 'lying' ? 'Lie down' : 'Sit down';
  const why = phase.reason === 'caution' ? 'Your pulse went up: a short rest.' : 'A rest.';
  const offers = phase.offers > 0 ? offerLines(state, phase) : [];
  return {
    mood: 'calm',
    title: isUnguarded(state) ? 'Rest' : untilText(state, phase.belowBpm, leftMs),
    big: leftMs > 0 ? countdownText(leftMs) : durationText(intoMs),
    unit: leftMs > 0 ? 'rest left' : 'resting',
    lines: [...offers, `${why} ${posture} and breathe.`],
    steady: offers.length === 0 ? 0 : 1,
  };
}

function offerLines(state: SessionState, { offers }: Extract<Phase, { name: 'rest' }>): string[] {
  const isLast = offers >= state.header.rules.restOffers;
  const otherwise = isLast ? 'Without an answer: cool-down.' : 'Your pulse is still up.';
  return ['r rest on · n go on · c cool down', otherwise];
}

function recoveryTask(
  state: SessionState,
  { stepIndex, belowBpm }: Extract<Phase, { name: 'recovery' }>,
  intoMs: number,
): Task {
  const breath = breathAt(intoMs);
  return {
    mood: 'stop',
    title: 'Stop · sit down · breathe',
    big: String(breath.leftS),
    unit: breath.word,
    lines: [`${untilText(state, belowBpm)}.`, recoveryEnd(state, stepIndex)],
    breath,
  };
}

function recoveryEnd(state: SessionState, stepIndex: number): string {
  if (isGivenUp(state, stepIndex)) return 'That was enough of this exercise.';
  return stepAfterRecovery(state, stepIndex) === stepIndex
    ? 'Then the exercise goes on, lighter.'
    : 'This exercise is done.';
}
