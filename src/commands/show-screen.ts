import type { Urgency } from '../ui/frame-pace.ts';
import type { Typed } from '../ui/key-reader.ts';
import type { Look } from '../ui/look.ts';
import { openScreen, type ScreenOptions, type TerminalScreen } from '../ui/terminal-screen.ts';
import type { Io } from './io.ts';
import { wayOut } from './way-out.ts';

/** A signal, or a terminal that is gone, came before an answer; `stoppedWith` is the exit code for it. */
export type Stopped = { readonly stoppedWith: number };

/** What a screen may do to those who see it. */
export type Showing<Answer> = {
  readonly refresh: (urgency?: Urgency) => void;
  /** Gives the terminal back and ends the showing; only the first call counts. */
  readonly answer: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
};

/** A screen as its command makes it; Ctrl-C and Ctrl-Z are not its business. */
export type Shown<Model> = Pick<ScreenOptions<Model>, 'model' | 'view'> & {
  readonly onTyped: (typed: Exclude<Typed, { type: 'interrupt' | 'suspend' }>) => void;
  /** Lets go of what the screen listens to. */
  readonly leave?: () => void;
};

/**
 * Shows one screen until it answers; the terminal is given back on every way out, signals and faults among them. Load
 * it with `await import`: it brings React, and Ink behind.
 */
export function showScreen<Model, Answer>(
  io: Io,
  look: Look,
  make: (showing: Showing<Answer>) => Shown<Model>,
): Promise<Answer | Stopped> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    let screen: TerminalScreen | undefined;
    let shown: Shown<Model> | undefined;
    const out = wayOut(
      io,
      () => end(() => resolve({ stoppedWith: out.code() ?? 0 })),
      () => screen?.leave(),
    );
    const end = (then: () => void): void => {
      if (isOver) return;
      isOver = true;
      shown?.leave?.();
      screen?.leave();
      out.forget();
      then();
    };
    shown = make({
      refresh: (urgency) => screen?.refresh(urgency),
      answer: (answer) => end(() => resolve(answer)),
      fail: (error) => end(() => reject(error)),
    });
    if (isOver) return;
    const { model, view, onTyped } = shown;
    screen = openScreen({
      terminal: io,
      look,
      model,
      view,
      onTyped: (typed) => {
        if (typed.type === 'interrupt') out.stop('SIGINT');
        else onTyped(typed);
      },
    });
  });
}
