import { bellFor } from '../cues/bell.ts';
import type { Turn } from '../session/turn.ts';

export type Bell = {
  readonly ring: (turn: Turn) => void;
  /** Mutes or unmutes; whether it is muted now. */
  readonly toggle: () => boolean;
};

/** The terminal's bell, rung in the turn of the warning. */
export function createBell(write: (bytes: string) => void): Bell {
  let muted = false;
  return {
    ring: ({ facts }) => {
      const bytes = bellFor(facts, { muted });
      if (bytes !== '') write(bytes);
    },
    toggle: () => {
      muted = !muted;
      return muted;
    },
  };
}
