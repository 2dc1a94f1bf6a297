import { ready, type SessionState } from '../session/state.ts';
import type { Turn } from '../session/turn.ts';
import { type KeyMeaning, keyHints, keyMeaning } from '../ui/key-meaning.ts';
import { createKeyReader, type Typed } from '../ui/key-reader.ts';
import { createNoteLine } from '../ui/note-line.ts';
import type { ViewParts } from './dashboard-view.ts';

const ownGroup = 0;

/** The keys that are the screen's own. */
export type OwnKeys = {
  readonly mute: () => void;
  readonly tell: () => void;
  readonly say: (sentence: string) => void;
};

/** Where a screen reader would be silent, or read a sum. */
const keyNames: Readonly<Record<string, string>> = {
  '+ -': 'plus and minus',
  '[ ]': 'square brackets',
  'u l': 'u and l',
};

const noteOpened = 'Note: type, and Enter stores it; then the keys work again.';

export type TypedKeys = {
  /** What a key means depends on the session. */
  readonly follow: (turn: Turn) => void;
  readonly leave: () => void;
};

/** Keys typed at a terminal that shows lines; where there is none, nothing is read. */
export function typedKeys(
  { io, header, press, note, wish, interrupt }: ViewParts,
  own: OwnKeys,
): TypedKeys {
  const { stdin } = io;
  if (stdin.isTTY !== true) return { follow: () => undefined, leave: () => undefined };
  const read = createKeyReader();
  const noteLine = createNoteLine((text) => {
    if (text.trim() === '') own.say('No note.');
    else note(text);
  });
  let now: { state: SessionState; atMs: number } = { state: ready(header), atMs: 0 };

  function take(typed: Typed): void {
    if (noteLine.take(typed)) return;
    if (typed.type === 'interrupt') interrupt();
    if (typed.type === 'suspend') suspend();
    if (typed.type !== 'character') return;
    obey(keyMeaning(typed.character, now.state, now.atMs));
  }

  function obey(key: KeyMeaning | undefined): void {
    if (key === 'mute' || key === 'tell') own[key]();
    else if (key === 'note') openNote();
    else if (key === 'keys') own.say(keysSentence());
    else if (key === 'retry-link' || key === 'reset-energy') wish(key);
    else if (key !== undefined) press(key);
  }

  function keysSentence(): string {
    const hints = keyHints(now.state, now.atMs, { unacknowledged: true });
    return `Keys: ${hints.map(({ key, label }) => `${keyNames[key] ?? key} ${label}`).join(', ')}.`;
  }

  function openNote(): void {
    own.say(noteOpened);
    noteLine.open();
  }

  function suspend(): void {
    stdin.setRawMode(false);
    process.kill(ownGroup, 'SIGTSTP');
  }

  const readKeys = (): void => void stdin.setRawMode(true);
  const listen = (chunk: string): void => {
    for (const typed of read(chunk, performance.now())) take(typed);
  };
  readKeys();
  io.on('SIGCONT', readKeys);
  stdin.setEncoding('utf8').on('data', listen).resume();
  return {
    follow: ({ state, atMs }) => {
      now = { state, atMs };
    },
    leave: () => {
      noteLine.close();
      io.off('SIGCONT', readKeys);
      stdin.off('data', listen).pause();
      stdin.setRawMode(false);
    },
  };
}
