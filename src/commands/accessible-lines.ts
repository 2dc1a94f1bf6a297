import { sentence, speakable } from '../cues/speakable.ts';
import { tellNow } from '../cues/tell-now.ts';
import { createTeller } from '../cues/tellings.ts';
import { isRest, titleOf } from '../session/header.ts';
import type { SessionState } from '../session/state.ts';
import type { Turn } from '../session/turn.ts';
import { isUnguarded } from '../session/unguarded.ts';
import { watchWords } from '../session/watch-words.ts';
import type { Recording } from '../ui/screen-model.ts';
import { limitsText, sourceLabels } from '../ui/session-words.ts';
import type { Lines } from './lines-view.ts';

export type AccessibleSettings = {
  readonly emergencyNumber: string;
  /** How often the pulse is told when nothing changes, in seconds; 0 for never. */
  readonly announceS: number;
  readonly hasKeys: boolean;
};

const keysText = (isRest: boolean): string =>
  `Keys: space pauses, ${isRest ? 'n ends with what was measured' : 'n goes on to the next step, b back'}, a acknowledges a warning, w tells the pulse and the count, m mutes, o writes a note, q ends, ? names every key. d for discomfort stops everything at once.`;

/** A session in plain sentences, one a line: what it is, what changes, and the pulse when it was long not told. */
export function createAccessibleLines(settings: AccessibleSettings): Lines {
  const { emergencyNumber, announceS, hasKeys } = settings;
  const tell = createTeller({ emergencyNumber, breathWord: () => '' });
  let recording: Recording = { status: 'on' };
  let isOpened = false;
  /** What came before the session was named. */
  const early: string[] = [];
  let toldMs = 0;

  function changes(turn: Turn): readonly string[] {
    const opening = isOpened ? [] : [...openingLines(turn.state, hasKeys), ...early];
    isOpened = true;
    const told = tell(turn).filter(({ kind }) => kind !== 'count');
    if (told.some(({ kind }) => kind === 'over' || kind === 'warning')) toldMs = turn.atMs;
    return [...opening, ...told.map(({ text, more = [] }) => [text, ...more].join(' '))];
  }

  function show(turn: Turn): readonly string[] {
    const lines = changes(turn);
    const { atMs, state } = turn;
    const isDue = announceS > 0 && atMs - toldMs >= announceS * 1000;
    if (!isDue || lines.length > 0 || state.phase.name === 'ended') return lines;
    toldMs = atMs;
    return [tellNow(state, atMs)];
  }

  return {
    show,
    changes,
    said: sentence,
    setRecording: (now) => {
      const isSame = recordingWords(now) === recordingWords(recording);
      recording = now;
      if (isSame) return [];
      if (isOpened) return [recordingWords(now)];
      early.push(recordingWords(now));
      return [];
    },
  };
}

function openingLines(state: SessionState, hasKeys: boolean): readonly string[] {
  const { header } = state;
  const label = sourceLabels[header.source]?.toLowerCase();
  const source = label === undefined ? [] : [`${label.charAt(0).toUpperCase()}${label.slice(1)}.`];
  const what = [...source, sentence(speakable(titleOf(header)))].join(' ');
  const limits = sentence(limitsText(header.limits).replaceAll(' · ', ', '));
  const guard = isUnguarded(state)
    ? watchWords(state)
    : `${limits.charAt(0).toUpperCase()}${limits.slice(1)}`;
  return [`${what} ${guard}`, ...(hasKeys ? [keysText(isRest(header))] : [])];
}

function recordingWords(recording: Recording): string {
  switch (recording.status) {
    case 'on':
      return 'Recording.';
    case 'off':
      return 'This session is not recorded.';
    case 'failed':
      return `Not recording: ${sentence(recording.reason)}`;
  }
}
