import type { SessionState } from './state.ts';

/** A session without a strap, by the person's own word: a plain timer, and nothing watches the pulse (§3). */
export const isUnguarded = ({ header }: SessionState): boolean => header.source === 'none';

/** Whether an exercise may move as far as the signal is concerned. */
export const mayMove = (state: SessionState): boolean =>
  state.trust === 'live' || isUnguarded(state);
