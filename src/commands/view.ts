import type { Turn } from '../session/turn.ts';

/** Somewhere a session is shown while it runs. `leave` gives back what was taken, as often as it is called. */
export type View = {
  readonly show: (turn: Turn) => void;
  /** A sentence of the sensor's, for a moment. */
  readonly say: (sentence: string) => void;
  readonly leave: () => void;
};
