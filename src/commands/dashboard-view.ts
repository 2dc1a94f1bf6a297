import type { Subscription } from 'rxjs';
import { tellNow } from '../cues/tell-now.ts';
import type { Journal } from '../journal/journal.ts';
import type { Profile } from '../journal/profile-schema.ts';
import type { Key } from '../session/facts.ts';
import type { SessionHeader } from '../session/header.ts';
import { ready } from '../session/state.ts';
import type { Turn } from '../session/turn.ts';
import { mountDashboard, type Pressed } from '../ui/terminal-dashboard.ts';
import { createBell } from './bell.ts';
import type { Io } from './io.ts';
import { lookFor } from './look-for.ts';
import type { Manner } from './manner.ts';
import { recordingOf } from './recording-of.ts';
import { rehearseSoon } from './rehearsal.ts';
import type { SensorWish } from './sensor-wish.ts';
import type { SessionFlags } from './session-flags.ts';
import type { View } from './view.ts';
import { createVoice } from './voice.ts';

export type ViewParts = {
  readonly io: Io;
  readonly header: SessionHeader;
  readonly journal: Journal;
  /** Of the place where the person lives; undefined where they named none. */
  readonly emergencyNumber: string | undefined;
  readonly manner: Manner;
  readonly flags: SessionFlags;
  readonly profile: Pick<Profile, 'theme'>;
  readonly press: (key: Key) => void;
  /** A note as it was typed, uncleaned; empty is none. */
  readonly note: (text: string) => void;
  readonly wish: (wish: SensorWish) => void;
  /** Ctrl-C typed at the terminal, which raw mode does not turn into a signal. */
  readonly interrupt: () => void;
};

/** The dashboard on a terminal, with its bell, until it leaves. */
export function dashboardView(parts: ViewParts): View {
  const { io, header, journal, emergencyNumber, flags, profile } = parts;
  const bell = createBell((bytes) => void io.stdout.write(bytes));
  const look = lookFor(io, flags, profile);
  const screen = mountDashboard({
    terminal: io,
    state: ready(header),
    look,
    ...(emergencyNumber !== undefined && { emergencyNumber }),
    viewerNow: () => performance.now(),
    onKey,
    onNote: parts.note,
  });
  const leaveOut = rehearseSoon({ header, look, size: io.stdout });
  const voice = createVoice({
    env: io.env,
    manner: parts.manner,
    emergencyNumber,
    notice: screen.say,
  });
  let now: Pick<Turn, 'state' | 'atMs'> = { state: ready(header), atMs: 0 };
  const recording: Subscription = journal.status$.subscribe((status) =>
    screen.setRecording(recordingOf(journal, status)),
  );

  function onKey(key: Pressed): void {
    switch (key) {
      case 'interrupt':
        parts.interrupt();
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

  return {
    show: (turn) => {
      now = turn;
      bell.ring(turn);
      screen.show(turn);
      voice.follow(turn);
    },
    say: screen.say,
    leave: () => {
      leaveOut();
      voice.leave();
      recording.unsubscribe();
      screen.leave();
    },
  };
}
