import type { EndReason } from '../session/facts.ts';
import { isRest } from '../session/header.ts';
import { notDownAdvice, notDownWords } from '../session/pulse-at-end.ts';
import type { SessionState } from '../session/state.ts';
import type { Telling } from './telling.ts';

const endWords: Record<EndReason, string | undefined> = {
  completed: 'The routine is done.',
  'ended-by-user': 'The session is over.',
  discomfort: 'The session is over. Rest.',
  'enough-for-today': 'Enough for today. The session is over.',
  'still-raised': 'Your pulse is still up. Enough for today.',
  'rest-unanswered': 'Your pulse stayed up. Enough for today.',
  'signal-lost': 'The pulse was lost too long. The session is over.',
  'source-ended': 'The recording has ended.',
  // Told to stop from outside, it goes at once and says nothing.
  stopped: undefined,
  // Written of a session that broke off, when nobody is there to hear it.
  interrupted: undefined,
};

/** The end of a session; of a resting test, what it has measured beside the pulse. */
export function tellEnd(reason: EndReason, state: SessionState): Telling {
  const isMeasured = isRest(state.header) && reason === 'completed';
  const text = isMeasured ? restWords(state) : endWords[reason];
  const advice = notDownAdvice(state);
  const more = advice === undefined ? {} : { more: [advice] };
  return text === undefined
    ? { kind: 'shown', text: 'The session was stopped.' }
    : { kind: 'step', text: [text, notDownWords(state)].filter(Boolean).join(' '), ...more };
}

const restWords = ({ rmssdMs, header }: SessionState): string =>
  rmssdMs === undefined || header.isIrregularTold
    ? 'The resting test is done.'
    : `The resting test is done. RMSSD ${Math.round(rmssdMs)} milliseconds.`;
