import type { Subscription } from 'rxjs';
import type { Journal } from '../journal/journal.ts';
import type { Key } from '../session/facts.ts';
import type { SessionHeader } from '../session/header.ts';
import { ready } from '../session/state.ts';
import { asciiGlyphs, unicodeGlyphs } from '../ui/glyphs.ts';
import { mountDashboard, type Pressed } from '../ui/terminal-dashboard.ts';
import { colourTheme, monoTheme } from '../ui/theme.ts';

import { createBell } from './bell.ts';
import { drawingFor } from './drawing.ts';
import type { Io } from './io.ts';
import { recordingOf } from './recording-of.ts';
import type { View } from './view.ts';

export type ViewParts = {
  readonly io: Io;
  readonly header: SessionHeader;
  readonly journal: Journal;
  /** Of the place where the person lives; undefined where they named none. */
  readonly emergencyNumber: string | undefined;
  readonly press: (key: Key) => void;
  /** Ctrl-C typed at the terminal, which raw mode does not turn into a signal. */
  readonly interrupt: () => void;
};

/** The dashboard on a terminal, with its bell, until it leaves. */
export async function dashboardView(parts: ViewParts): Promise<View> {
  const { io, header, journal, emergencyNumber } = parts;
  const { colour, unicode } = drawingFor(io);
  const bell = createBell((bytes) => void io.stdout.write(bytes));
  const screen = await mountDashboard({
    stdin: io.stdin,
    stdout: io.stdout,
    state: ready(header),
    look: {
      glyphs: unicode === false ? asciiGlyphs : unicodeGlyphs,
      theme: colour ? colourTheme : monoTheme,
    },
    ...(emergencyNumber !== undefined && { emergencyNumber }),
    onKey,
  });
  const recording: Subscription = journal.status$.subscribe((status) =>
    screen.setRecording(recordingOf(journal, status)),
  );
  io.on('SIGCONT', screen.comeBack);

  function onKey(key: Pressed): void {
    switch (key) {
      case 'interrupt':
        parts.interrupt();
        break;
      case 'suspend':
        suspend();
        break;
      case 'mute':
        screen.setMuted(bell.toggle());
        break;
      default:
        parts.press(key);
    }
  }

  function suspend(): void {
    screen.leave();
    process.kill(0, 'SIGTSTP');
  }

  return {
    show: (turn) => {
      bell.ring(turn.facts);
      screen.show(turn);
    },
    leave: () => {
      recording.unsubscribe();
      io.off('SIGCONT', screen.comeBack);
      screen.leave();
    },
  };
}
