import type { SessionState } from './state.ts';
import { mayMove } from './unguarded.ts';

/** Whether the clock of the present phase runs: pause first, then hold; an exercise also stands while its signal is late (§3). */
export function isRunning(state: SessionState): boolean {
  if (state.paused !== undefined || state.hold !== undefined) return false;
  switch (state.phase.name) {
    case 'exercise':
      return mayMove(state) && state.guard.over === undefined;
    case 'get-ready':
      return state.guard.over === undefined;
    case 'baseline':
    case 'ask-to-stand':
    case 'rest':
    case 'recovery':
    case 'open':
    case 'cool-down':
      return true;
    default:
      return false;
  }
}
