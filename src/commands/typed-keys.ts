import { ready, type SessionState } from '../session/state.ts';
import type { Turn } from '../session/turn.ts';
import { keyMeaning } from '../ui/key-meaning.ts';
import { createKeyReader, type Typed } from '../ui/key-reader.ts';
import type { ViewParts } from './dashboard-view.ts';

const ownGroup = 0;

/** The keys that are the screen's own. */
export type OwnKeys = { readonly mute: () => void; readonly tell: () => void };

export type TypedKeys = {
  /** What a key means depends on the session. */
  readonly follow: (turn: Turn) => void;
  readonly leave: () => void;
};

/** Keys typed at a terminal that shows lines; where there is none, nothing is read. */
export function typedKeys(
  { io, header, press, wish, interrupt }: ViewParts,
  own: OwnKeys,
): TypedKeys {
  const { stdin } = io;
  if (stdin.isTTY !== true) return { follow: () => undefined, leave: () => undefined };
  const read = createKeyReader();
  let now: { state: SessionState; atMs: number } = { state: ready(header), atMs: 0 };

  function take(typed: Typed): void {
    if (typed.type === 'interrupt') interrupt();
    if (typed.type === 'suspend') suspend();
    if (typed.type !== 'character') return;
    const key = keyMeaning(typed.character, now.state, now.atMs);
    if (key === 'mute' || key === 'tell') own[key]();
    else if (key === 'retry-link' || key === 'reset-energy') wish(key);
    else if (key !== undefined) press(key);
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
      io.off('SIGCONT', readKeys);
      stdin.off('data', listen).pause();
      stdin.setRawMode(false);
    },
  };
}
