import type { Subscription } from 'rxjs';
import type { Journal } from '../journal/journal.ts';
import type { Key } from '../session/facts.ts';
import type { SessionHeader } from '../session/header.ts';
import { ready } from '../session/state.ts';
import { mountDashboard, type Pressed } from '../ui/terminal-dashboard.tsx';
import { createBell } from './bell.ts';
import type { Io } from './io.ts';
import { lookFor } from './look-for.ts';
import { recordingOf } from './recording-of.ts';
import type { SensorWish } from './sensor-wish.ts';
import type { View } from './view.ts';

export type ViewParts = {
  readonly io: Io;
  readonly header: SessionHeader;
  readonly journal: Journal;
  /** Of the place where the person lives; undefined where they named none. */
  readonly emergencyNumber: string | undefined;
  readonly press: (key: Key) => void;
  readonly wish: (wish: SensorWish) => void;
  /** Ctrl-C typed at the terminal, which raw mode does not turn into a signal. */
  readonly interrupt: () => void;
};

/** The dashboard on a terminal, with its bell, until it leaves. */
export function dashboardView(parts: ViewParts): View {
  const { io, header, journal, emergencyNumber } = parts;
  const bell = createBell((bytes) => void io.stdout.write(bytes));
  const screen = mountDashboard({
    terminal: io,
    state: ready(header),
    look: lookFor(io),
    ...(emergencyNumber !== undefined && { emergencyNumber }),
    onKey,
  });
  const recording: Subscription = journal.status$.subscribe((status) =>
    screen.setRecording(recordingOf(journal, status)),
  );

  function onKey(key: Pressed): void {
    switch (key) {
      case 'interrupt':
        parts.interrupt();
        break;
      case 'mute':
        screen.setMuted(bell.toggle());
        break;
      case 'retry-link':
      case 'reset-energy':
        parts.wish(key);
        break;
      default:
        parts.press(key);
    }
  }

  return {
    show: (turn) => {
      bell.ring(turn);
      screen.show(turn);
    },
    say: screen.say,
    leave: () => {
      recording.unsubscribe();
      screen.leave();
    },
  };
}
