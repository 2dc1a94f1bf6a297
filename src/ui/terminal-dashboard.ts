import type { SessionState } from '../session/state.ts';
import type { Turn } from '../session/turn.ts';
import type { DashboardProps } from './dashboard.tsx';
import { createFramePace } from './frame-pace.ts';
import { type KeyMeaning, keyMeaning } from './key-meaning.ts';
import { createKeyReader, type Typed } from './key-reader.ts';
import type { Look } from './look.ts';
import { createPainter, sizeOf, type TerminalOutput } from './painter.ts';
import { type CurveFrame, curveLabelColumns, pulseCurve } from './pulse-curve.ts';
import { type Recording, type ScreenModel, screenModel } from './screen-model.ts';
import { inkStream } from './terminal-ink-stream.ts';
import { neverBlock } from './terminal-never-block.ts';
import { createTrail } from './trail.ts';
import { urgencyOf } from './turn-urgency.ts';

/** What a dashboard needs of a terminal's input; `process.stdin` is one. */
type TerminalInput = {
  readonly isTTY?: boolean;
  setRawMode?(on: boolean): unknown;
  setEncoding(encoding: 'utf8'): unknown;
  resume(): unknown;
  pause(): unknown;
  on(event: 'data', listener: (chunk: string) => void): unknown;
  off(event: 'data', listener: (chunk: string) => void): unknown;
};

/** A key as the session knows it, or one of the two that belong to the process. */
export type Pressed = KeyMeaning | 'interrupt' | 'suspend';

export type DashboardOptions = {
  readonly stdin: TerminalInput;
  readonly stdout: TerminalOutput;
  /** The session before its first turn. */
  readonly state: SessionState;
  readonly look: Look;
  readonly recording?: Recording;
  readonly emergencyNumber?: string;
  readonly onKey: (key: Pressed) => void;
};

export type DashboardScreen = {
  /** Takes up a turn; a warning, a key or a change of phase is drawn before this returns. */
  readonly show: (turn: Turn) => void;
  /** Time passed without a turn. */
  readonly refresh: (atMs: number) => void;
  readonly setRecording: (recording: Recording) => void;
  readonly setMuted: (muted: boolean) => void;
  /** Shows a sentence for a few seconds. */
  readonly say: (sentence: string) => void;
  /** Enters the screen again after `leave`, as when a suspended process comes back. */
  readonly comeBack: () => void;
  /** Gives the terminal back: screen, cursor, cooked input. A second call does nothing. */
  readonly leave: () => void;
};

const saidForMs = 8000;
/** The curve spans this long on 80 columns. */
const curveMsPerColumn = 4000;
/** It moves on in strides, so that most frames add a dot and leave the rest where it is. */
const curveStrideMs = 8 * curveMsPerColumn;

/** Draws a session on a terminal until `leave`. Ink and React are loaded only here, in their production build. */
export async function mountDashboard(options: DashboardOptions): Promise<DashboardScreen> {
  const { stdin, stdout, look, onKey } = options;
  if (process.env.NODE_ENV !== 'test') process.env.NODE_ENV = 'production';
  const [{ render }, { createElement }, { Dashboard, dashboardPictures }, { withPictures }] =
    await Promise.all([
      import('ink'),
      import('react'),
      import('./dashboard.tsx'),
      import('./pictures.tsx'),
    ]);

  const painter = createPainter(stdout);
  const trail = createTrail();
  const readKeys = createKeyReader();
  let state = options.state;
  let atMs = state.atMs;
  let recording: Recording = options.recording ?? { status: 'on' };
  let muted = false;
  let said: { readonly sentence: string; readonly untilMs: number } | undefined;
  let isOn = false;
  let drawn = '';
  let fresh = 0;
  let pictures: readonly string[] = [];

  const stream = inkStream(
    (frame) => painter.paint(withPictures(frame, pictures, look.glyphs)),
    () => sizeOf(stdout),
  );
  const ink = render(element(), {
    stdout: stream,
    stderr: stream,
    stdin: stdin as unknown as NodeJS.ReadStream,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  const pace = createFramePace(draw, () => performance.now());

  function model(): ScreenModel {
    const emergencyNumber = options.emergencyNumber ?? '112';
    const sentence = said !== undefined && atMs < said.untilMs ? said.sentence : undefined;
    return screenModel(state, atMs, { recording, muted, emergencyNumber, said: sentence });
  }

  function element(shown: ScreenModel = model()) {
    const props: DashboardProps = { model: shown, look, ...sizeOf(stdout) };
    pictures = dashboardPictures(props, curve);
    return createElement(Dashboard, props);
  }

  function curve(columns: number, rows: number): ReturnType<typeof pulseCurve> {
    const toMs = (Math.floor(atMs / curveStrideMs) + 1) * curveStrideMs;
    const fromMs = toMs - (columns - curveLabelColumns) * curveMsPerColumn;
    const frame: CurveFrame = {
      fromMs,
      toMs,
      columns,
      rows,
      limits: state.limits,
      marksMs: trail.marksSince(fromMs),
      glyphs: look.glyphs,
    };
    return pulseCurve(trail.pointsSince(fromMs), frame);
  }

  function draw(): void {
    if (!isOn) return;
    const shown = model();
    const { columns, rows } = sizeOf(stdout);
    const key = JSON.stringify([shown, columns, rows, fresh, Math.floor(atMs / curveStrideMs)]);
    if (key === drawn) return;
    drawn = key;
    ink.rerender(element(shown));
  }

  function redraw(): void {
    drawn = '';
    pace.request('now');
  }

  function listen(chunk: string): void {
    for (const typed of readKeys(chunk, performance.now())) {
      const key = pressed(typed);
      if (key !== undefined) onKey(key);
    }
  }

  function pressed(typed: Typed): Pressed | undefined {
    return typed.type === 'character' ? keyMeaning(typed.character, state, atMs) : typed.type;
  }

  function enter(): void {
    if (isOn) return;
    isOn = true;
    neverBlock(stdout);
    painter.enter();
    if (stdin.isTTY === true) stdin.setRawMode?.(true);
    stdin.setEncoding('utf8');
    stdin.on('data', listen);
    stdin.resume();
    stdout.on('resize', redraw);
    redraw();
  }

  function leave(): void {
    if (!isOn) return;
    isOn = false;
    pace.stop();
    painter.leave();
    stdout.off('resize', redraw);
    stdin.off('data', listen);
    if (stdin.isTTY === true) stdin.setRawMode?.(false);
    stdin.pause();
  }

  enter();
  return {
    show: (turn) => {
      ({ state } = turn);
      atMs = Math.max(atMs, turn.atMs);
      trail.follow(turn);
      if (turn.facts.length > 0) fresh += 1;
      pace.request(urgencyOf(turn));
    },
    refresh: (nowMs) => {
      atMs = Math.max(atMs, nowMs);
      pace.request('tick');
    },
    setRecording: (now) => {
      recording = now;
      pace.request('now');
    },
    setMuted: (now) => {
      muted = now;
      pace.request('now');
    },
    say: (sentence) => {
      said = { sentence, untilMs: atMs + saidForMs };
      pace.request('now');
    },
    comeBack: enter,
    leave,
  };
}
