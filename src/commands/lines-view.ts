import { tellNow } from '../cues/tell-now.ts';
import { ready } from '../session/state.ts';
import type { Turn } from '../session/turn.ts';
import type { Recording } from '../ui/screen-model.ts';
import { neverBlock } from '../ui/terminal-never-block.ts';
import { createBell } from './bell.ts';
import type { ViewParts } from './dashboard-view.ts';
import { recordingOf } from './recording-of.ts';
import { typedKeys } from './typed-keys.ts';
import type { View } from './view.ts';
import { createVoice } from './voice.ts';

/** A session as lines; the empty list where there is nothing to print. */
export type Lines = {
  readonly show: (turn: Turn) => readonly string[];
  readonly setRecording: (recording: Recording) => readonly string[];
  /** A sentence that belongs to no turn. */
  readonly said: (sentence: string) => string;
  /** What a turn brings where the reader is behind: changes alone. */
  readonly changes: (turn: Turn) => readonly string[];
};

/** Lines on stdout, never waiting for their reader; the bell rings only where a terminal hears it. */
export function linesView(parts: ViewParts, lines: Lines): View {
  const { io, header, journal, emergencyNumber, manner } = parts;
  let now: Pick<Turn, 'state' | 'atMs'> = { state: ready(header), atMs: 0 };
  neverBlock(io.stdout);
  const print = (texts: readonly string[]): void => {
    if (texts.length > 0) io.stdout.write(`${texts.join('\n')}\n`);
  };
  const say = (sentence: string): void => print([lines.said(sentence)]);
  const bell = createBell((bytes) => {
    if (io.stdout.isTTY === true) io.stdout.write(bytes);
  });
  const voice = createVoice({ env: io.env, manner, emergencyNumber, notice: say });
  const keys = typedKeys(parts, {
    say,
    mute: () => {
      const muted = bell.toggle();
      voice.setMuted(muted);
      say(muted ? 'Sound off.' : 'Sound on.');
    },
    tell: () => {
      say(tellNow(now.state, now.atMs));
      voice.tell(now);
    },
  });
  const recording = journal.status$.subscribe((status) =>
    print(lines.setRecording(recordingOf(journal, status))),
  );
  return {
    show: (turn) => {
      now = turn;
      keys.follow(turn);
      bell.ring(turn);
      print(io.stdout.writableNeedDrain ? lines.changes(turn) : lines.show(turn));
      voice.follow(turn);
    },
    say,
    leave: () => {
      voice.leave();
      keys.leave();
      recording.unsubscribe();
    },
  };
}
