import type { Subscription } from 'rxjs';
import { tellNow } from '../cues/tell-now.ts';
import type { Journal } from '../journal/journal.ts';
import type { Key } from '../session/facts.ts';
import type { SessionHeader } from '../session/header.ts';
import { ready } from '../session/state.ts';
import type { Turn } from '../session/turn.ts';
import { asciiGlyphs, unicodeGlyphs } from '../ui/glyphs.ts';
import { mountDashboard, type Pressed } from '../ui/terminal-dashboard.ts';
import { colourTheme, monoTheme } from '../ui/theme.ts';
import { createBell } from './bell.ts';
import { drawingFor } from './drawing.ts';
import type { Io } from './io.ts';
import type { Manner } from './manner.ts';
import { recordingOf } from './recording-of.ts';
import type { SensorWish } from './sensor-wish.ts';
import type { View } from './view.ts';
import { createVoice } from './voice.ts';

export type ViewParts = {
  readonly io: Io;
  readonly header: SessionHeader;
  readonly journal: Journal;
  /** Of the place where the person lives; undefined where they named none. */
  readonly emergencyNumber: string | undefined;
  readonly manner: Manner;
  readonly press: (key: Key) => void;
  readonly wish: (wish: SensorWish) => void;
  /** Ctrl-C typed at the terminal, which raw mode does not turn into a signal. */
  readonly interrupt: () => void;
};

const ownGroup = 0;
const suspendedAfterMs = 50;

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
  const voice = createVoice({
    env: io.env,
    manner: parts.manner,
    emergencyNumber,
    notice: screen.say,
  });
  let now: Pick<Turn, 'state' | 'atMs'> = { state: ready(header), atMs: 0 };
  let hasLeft = false;
  const recording: Subscription = journal.status$.subscribe((status) =>
    screen.setRecording(recordingOf(journal, status)),
  );
  io.on('SIGCONT', comeBack);
  io.on('SIGTSTP', suspended);

  function onKey(key: Pressed): void {
    switch (key) {
      case 'interrupt':
        parts.interrupt();
        break;
      case 'suspend':
        suspend(ownGroup);
        break;
      case 'mute':
        mute();
        break;
      case 'tell':
        if (!voice.tell(now)) screen.say(tellNow(now.state, now.atMs));
        break;
      case 'retry-link':
      case 'reset-energy':
        parts.wish(key);
        break;
      default:
        parts.press(key);
    }
  }

  function mute(): void {
    const muted = bell.toggle();
    screen.setMuted(muted);
    voice.setMuted(muted);
  }

  function suspended(): void {
    suspend(process.pid);
  }

  function suspend(whom: number): void {
    screen.leave();
    io.off('SIGTSTP', suspended);
    process.kill(whom, 'SIGTSTP');
    // Once it goes on, or at once where the system does not stop it, the screen is needed again.
    setTimeout(() => {
      if (!hasLeft) io.on('SIGTSTP', suspended);
      comeBack();
    }, suspendedAfterMs);
  }

  function comeBack(): void {
    if (hasLeft) return;
    screen.leave();
    screen.comeBack();
  }

  return {
    show: (turn) => {
      now = turn;
      bell.ring(turn);
      screen.show(turn);
      voice.follow(turn);
    },
    say: screen.say,
    leave: () => {
      hasLeft = true;
      voice.leave();
      recording.unsubscribe();
      io.off('SIGCONT', comeBack);
      io.off('SIGTSTP', suspended);
      screen.leave();
    },
  };
}
