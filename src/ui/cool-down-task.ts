import { notDownWords } from '../session/pulse-at-end.ts';
import type { Phase, SessionState } from '../session/state.ts';
import { isKnown } from '../session/trust.ts';
import { isUnguarded } from '../session/unguarded.ts';
import { watchWords } from '../session/watch-words.ts';
import { breathAt } from './breathing-guide.ts';
import { countdownText } from './clock-text.ts';
import { endWords } from './session-words.ts';
import type { Task } from './task.ts';

/** What a cool-down is for, while there is a pulse to be measured. */
export const coolDownLine = (state: SessionState): string =>
  isUnguarded(state) || !isKnown(state.trust)
    ? watchWords(state)
    : 'Your pulse is measured as it falls: at 1 min and at 2 min.';

/** Sitting until the pulse has fallen; while it has not, that is what is said. */
export function coolDownTask(
  state: SessionState,
  phase: Extract<Phase, { name: 'cool-down' }>,
  intoMs: number,
): Task {
  const step = state.header.routine.steps[state.work?.stepIndex ?? -1];
  const posture = step?.restPosture === 'lying' ? 'lie' : 'sit';
  if (phase.isProlonged === true) return longerTask(state, intoMs);
  return {
    mood: 'calm',
    title: `Cool-down · ${posture} and let it come down`,
    big: countdownText(phase.lengthMs - intoMs),
    unit: 'cool-down left',
    lines: [coolDownLine(state), endWords[phase.reason]],
  };
}

/** The time is over, the pulse is not down: it is not called done. */
function longerTask(state: SessionState, intoMs: number): Task {
  const breath = breathAt(intoMs);
  return {
    mood: 'stop',
    title: 'Not down yet · stay seated, breathe out',
    big: String(breath.leftS),
    unit: breath.word,
    lines: [
      notDownWords(state) ?? watchWords(state),
      'If it stays up, ask a doctor.',
      'It is watched on until it is down; q ends.',
    ],
    breath,
  };
}
