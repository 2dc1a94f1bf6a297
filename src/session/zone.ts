import type { SessionState } from './state.ts';

export type Zone = 'easy' | 'caution' | 'over';

/** The zone by the guard's episodes, hysteresis included; undefined while no pulse is known. */
export function zoneOf(state: SessionState): Zone | undefined {
  if (state.guard.over !== undefined) return 'over';
  if (state.guard.caution !== undefined) return 'caution';
  return state.pulse === undefined ? undefined : 'easy';
}
