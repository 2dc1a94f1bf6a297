import type { SessionState } from './state.ts';
import { isKnown } from './trust.ts';
import { isUnguarded } from './unguarded.ts';

/** Whether the pulse is watched at this moment, in a sentence: it is never said to be where it is not. */
export function watchWords(state: SessionState): string {
  if (isUnguarded(state)) return 'Nothing watches your pulse.';
  return isKnown(state.trust) ? 'Your pulse is still watched.' : 'Your pulse is not known now.';
}
