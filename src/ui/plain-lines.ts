import type { SessionState } from '../session/state.ts';
import type { Turn } from '../session/turn.ts';
import { changeText, openingText } from './change-text.ts';
import { durationText } from './clock-text.ts';
import { recordingText } from './recording-text.ts';
import { type Recording, type ScreenModel, screenModel } from './screen-model.ts';

export type PlainLines = {
  /** The lines a turn brings: one for each change, and one when a new second has begun. */
  readonly show: (turn: Turn) => readonly string[];
  /** The same without the line of the second. */
  readonly changes: (turn: Turn) => readonly string[];
  readonly setRecording: (recording: Recording) => readonly string[];
};

/** A session as lines without any escape, in the words of the screen, for where there is no terminal. */
export function createPlainLines({ emergencyNumber = '112' } = {}): PlainLines {
  let recording: Recording = { status: 'on' };
  let second = -1;
  let isOpened = false;

  const modelAt = (state: SessionState, atMs: number): ScreenModel =>
    screenModel(state, atMs, { recording, muted: false, emergencyNumber });

  function changesOf({ facts, state }: Turn, { task }: Pick<ScreenModel, 'task'>): string[] {
    const opening = isOpened ? [] : [openingText(state)];
    isOpened = true;
    const changes = facts.flatMap((fact) => {
      const text = changeText(fact, state, task);
      return text === undefined ? [] : [`${durationText(fact.atMs)}  > ${text}`];
    });
    return [...opening, ...new Set(changes)];
  }

  function show(turn: Turn): readonly string[] {
    const { atMs, facts, state } = turn;
    const isNewSecond = Math.floor(atMs / 1000) > second;
    if (!isNewSecond && facts.length === 0 && isOpened) return [];
    const model = modelAt(state, atMs);
    const changes = changesOf(turn, model);
    if (!isNewSecond || state.phase.name === 'ended') return changes;
    second = Math.floor(atMs / 1000);
    return [...changes, secondText(model)];
  }

  return {
    show,
    changes: (turn) => changesOf(turn, modelAt(turn.state, turn.atMs)),
    setRecording: (now) => {
      const isSame = recordingText(now) === recordingText(recording);
      recording = now;
      return isSame ? [] : [recordingText(now)];
    },
  };
}

/** `0:42  97 bpm  CAUTION  5 of 8 · left side  Side bends`; dashes where the pulse is not known. */
function secondText({ elapsed, pulse, zone, task }: ScreenModel): string {
  const bpm = pulse.bpm === undefined ? `-- (${pulse.text})` : `${pulse.digits} ${pulse.text}`;
  const count = [task.big, task.unit].filter(Boolean).join(' ');
  return [elapsed, bpm, zone.word, task.title, count].filter((part) => part !== '').join('  ');
}
