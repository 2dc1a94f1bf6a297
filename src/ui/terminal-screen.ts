import type { ReactNode } from 'react';
import { createFramePace, type Urgency } from './frame-pace.ts';
import { createKeyReader, type Typed } from './key-reader.ts';
import type { Look } from './look.ts';
import { createPainter, sizeOf, type TerminalOutput } from './painter.ts';
import { bareRows, spelled } from './sheet.ts';
import type { InkLayout } from './terminal-ink.tsx';
import { neverBlock } from './terminal-never-block.ts';
import { type Signals, suspension } from './terminal-suspension.ts';

/** What a screen needs of a terminal's input; `process.stdin` is one. */
type TerminalInput = {
  readonly isTTY?: boolean;
  setRawMode?(on: boolean): unknown;
  setEncoding(encoding: 'utf8'): unknown;
  resume(): unknown;
  pause(): unknown;
  on(event: 'data', listener: (chunk: string) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  off(event: 'data', listener: (chunk: string) => void): unknown;
  off(event: 'end', listener: () => void): unknown;
};

/** A terminal and the process on it; `process` is one. */
export type Terminal = Signals & {
  readonly stdin: TerminalInput;
  readonly stdout: TerminalOutput;
};

type Size = { readonly columns: number; readonly rows: number };

export type ScreenOptions<Model> = {
  readonly terminal: Terminal;
  readonly look: Look;
  /** What there is to see now, as plain data: while it and the size stay equal, nothing is drawn. */
  readonly model: () => Model;
  /**
   * The whole screen out of `Lines`, at most as large as the size. Where it is one `Lines`, it is shown before Ink is
   * loaded; then Ink lays it out once for each number of rows, and while that stays, new rows take the places of the old.
   */
  readonly view: (model: Model, size: Size) => ReactNode;
  readonly onTyped: (typed: Exclude<Typed, { type: 'suspend' }>) => void;
};

export type TerminalScreen = {
  /** Something changed; `now` is drawn before this returns, the rest at most four times a second. */
  readonly refresh: (urgency?: Urgency) => void;
  /** Gives the terminal back: screen, cursor, cooked input, signals. A second call does nothing. */
  readonly leave: () => void;
};

/**
 * Any screen on a terminal, from this call until `leave`: the alternate screen, raw keys, resizes, and being suspended.
 * The caller holds the state; it answers `onTyped`, changes what `model` gives, and calls `refresh`.
 */
export function openScreen<Model>(options: ScreenOptions<Model>): TerminalScreen {
  const { terminal, look, onTyped } = options;
  const { stdin, stdout } = terminal;
  const painter = createPainter(stdout);
  const readKeys = createKeyReader();
  let isOn = false;
  let drawn = '';
  let ink: InkLayout | undefined;
  /** How many rows of one `Lines` stand where Ink has placed them. */
  let placed: number | undefined;

  const paint = (frame: string): void => painter.paint(spelled(frame, look.glyphs));
  const pace = createFramePace(draw, () => performance.now());
  const sleep = suspension(terminal, { leave: giveBack, comeBack: enter });

  function draw(): void {
    if (!isOn) return;
    const model = options.model();
    const size = sizeOf(stdout);
    const key = JSON.stringify([model, size]);
    if (key === drawn) return;
    drawn = key;
    const view = options.view(model, size);
    const rows = bareRows(view);
    if (rows !== undefined && (ink === undefined || rows.length === placed)) {
      paint(rows.join('\n'));
      return;
    }
    placed = rows?.length;
    ink?.(view);
  }

  /** Ink takes longer to load than all else that comes before a first frame. */
  async function loadInk(): Promise<void> {
    const { inkLayout } = await import('./terminal-ink.tsx').catch(inkIsMissing);
    ink = inkLayout(stdin, paint);
    redraw();
  }

  function redraw(): void {
    drawn = '';
    pace.request('now');
  }

  function listen(chunk: string): void {
    for (const typed of readKeys(chunk, performance.now())) {
      if (typed.type === 'suspend') sleep.suspend();
      else onTyped(typed);
    }
  }

  function ended(): void {
    onTyped({ type: 'named', name: 'end-of-input' });
  }

  function enter(): void {
    if (isOn) return;
    isOn = true;
    neverBlock(stdout);
    painter.enter();
    if (stdin.isTTY === true) stdin.setRawMode?.(true);
    stdin.setEncoding('utf8');
    stdin.on('data', listen);
    stdin.on('end', ended);
    stdin.resume();
    stdout.on('resize', redraw);
    redraw();
  }

  function giveBack(): void {
    if (!isOn) return;
    isOn = false;
    pace.stop();
    painter.leave();
    stdout.off('resize', redraw);
    stdin.off('data', listen);
    stdin.off('end', ended);
    if (stdin.isTTY === true) stdin.setRawMode?.(false);
    stdin.pause();
  }

  enter();
  void loadInk();
  return {
    refresh: (urgency = 'now') => pace.request(urgency),
    leave: () => {
      sleep.forget();
      giveBack();
    },
  };
}

function inkIsMissing(cause: unknown): never {
  throw new Error(
    'What lays out the screen cannot be loaded; pulsepace is not whole: install it again.',
    { cause },
  );
}
