import type { SessionState } from '../session/state.ts';
import type { Turn } from '../session/turn.ts';
import { Dashboard } from './dashboard.tsx';
import { type KeyMeaning, keyMeaning } from './key-meaning.ts';
import type { Typed } from './key-reader.ts';
import { createLiveBeats } from './live-beats.ts';
import type { Look } from './look.ts';
import { createNoteLine } from './note-line.ts';
import { type CurveRow, curveLabelColumns, pulseCurve } from './pulse-curve.ts';
import { type Recording, screenModel } from './screen-model.ts';
import { openScreen, type Terminal } from './terminal-screen.ts';
import { createTrail } from './trail.ts';
import { urgencyOf } from './turn-urgency.ts';

/** A key as the session knows it, or Ctrl-C, which belongs to the process. */
export type Pressed = Exclude<KeyMeaning, 'note' | 'keys'> | 'interrupt';

export type DashboardOptions = {
  readonly terminal: Terminal;
  /** The session before its first turn. */
  readonly state: SessionState;
  readonly look: Look;
  readonly recording?: Recording;
  readonly emergencyNumber?: string;
  /** Milliseconds of the viewer's own time, which runs evenly however fast the session does. */
  readonly viewerNow: () => number;
  readonly onKey: (key: Pressed) => void;
  /** A note as it was typed, empty where nothing was. */
  readonly onNote: (text: string) => void;
};

export type DashboardScreen = {
  /** Takes up a turn; a warning, a key or a change of phase is drawn before this returns. */
  readonly show: (turn: Turn) => void;
  readonly setRecording: (recording: Recording) => void;
  readonly setMuted: (muted: boolean) => void;
  /** Shows a sentence for eight seconds of the viewer's time. */
  readonly say: (sentence: string) => void;
  /** Hands over the note that is being typed, and gives the terminal back: screen, cursor, cooked input. A second call does nothing. */
  readonly leave: () => void;
};

const saidForMs = 8000;
/** The curve spans this long on 80 columns. */
const curveMsPerColumn = 4000;
/** It moves on in strides, so that most frames add a dot and leave the rest where it is. */
const curveStrideMs = 8 * curveMsPerColumn;

/** Draws a session on a terminal until `leave`. */
export function mountDashboard(options: DashboardOptions): DashboardScreen {
  const { terminal, look, onKey } = options;
  const emergencyNumber = options.emergencyNumber ?? '112';
  const trail = createTrail();
  const beats = createLiveBeats();
  let state = options.state;
  let atMs = state.atMs;
  let recording: Recording = options.recording ?? { status: 'on' };
  let muted = false;
  let said: { readonly sentence: string; readonly untilMs: number } | undefined;
  let fresh = 0;
  let keyPage = 0;
  const note = createNoteLine(options.onNote);

  const screen = openScreen({
    terminal,
    look,
    model: () => ({
      model: screenModel(state, atMs, {
        recording,
        muted,
        emergencyNumber,
        said: saidNow(),
        note: note.text(),
        keyPage,
        beats: beats.figures(),
      }),
      curve: [fresh, Math.floor(atMs / curveStrideMs)],
    }),
    view: ({ model }, size) => Dashboard({ model, look, curve, ...size }),
    onTyped: (typed) => {
      if (note.take(typed)) screen.refresh();
      else take(typed);
    },
  });

  function saidNow(): string | undefined {
    return said !== undefined && options.viewerNow() < said.untilMs ? said.sentence : undefined;
  }

  function curve(columns: number, rows: number): readonly CurveRow[] {
    const toMs = (Math.floor(atMs / curveStrideMs) + 1) * curveStrideMs;
    const fromMs = toMs - (columns - curveLabelColumns) * curveMsPerColumn;
    return pulseCurve(trail.pointsSince(fromMs), {
      fromMs,
      toMs,
      columns,
      rows,
      limits: state.limits,
      marksMs: trail.marksSince(fromMs),
      glyphs: look.glyphs,
    });
  }

  function take(typed: Typed): void {
    if (typed.type === 'interrupt') onKey('interrupt');
    if (typed.type !== 'character') return;
    const key = keyMeaning(typed.character, state, atMs);
    const turned = key === 'keys' ? keyPage + 1 : 0;
    if (turned !== keyPage || key === 'note') {
      keyPage = turned;
      if (key === 'note') note.open();
      screen.refresh();
    }
    if (key !== undefined && key !== 'note' && key !== 'keys') onKey(key);
  }

  return {
    show: (turn) => {
      ({ state } = turn);
      atMs = Math.max(atMs, turn.atMs);
      trail.follow(turn);
      beats.follow(turn);
      if (turn.facts.length > 0) fresh += 1;
      screen.refresh(urgencyOf(turn));
    },
    setRecording: (now) => {
      recording = now;
      screen.refresh();
    },
    setMuted: (now) => {
      muted = now;
      screen.refresh();
    },
    say: (sentence) => {
      said = { sentence, untilMs: options.viewerNow() + saidForMs };
      screen.refresh();
    },
    leave: () => {
      note.close();
      screen.leave();
    },
  };
}
