import type { SessionState } from '../session/state.ts';
import type { Look } from './look.ts';

/** How far the routine is: steps behind, the one at hand, and how many there are. */
export type RoutineProgress = {
  readonly done: number;
  readonly isAtOne: boolean;
  readonly of: number;
};

/** Undefined where there is no routine, or it was ended before its time. */
export function progressOf({ phase, header }: SessionState): RoutineProgress | undefined {
  const of = header.routine.steps.length;
  if (of < 2) return undefined;
  switch (phase.name) {
    case 'open':
      return undefined;
    case 'ready':
    case 'baseline':
      return { done: 0, isAtOne: false, of };
    case 'cool-down':
    case 'ended':
      return phase.reason === 'completed' ? { done: of, isAtOne: false, of } : undefined;
    default:
      return { done: phase.stepIndex, isAtOne: true, of };
  }
}

/** The whole routine in one row, a piece a step: full behind, shaded at hand, thin to come. */
export function progressBar(
  { done, isAtOne, of }: RoutineProgress,
  { glyphs, theme }: Look,
  columns: number,
): string {
  const length = Math.floor((columns - (of - 1)) / of);
  if (length < 1) return '';
  return Array.from({ length: of }, (_, index) => {
    if (index < done) return theme('quiet', glyphs.lower.repeat(length));
    const isNow = index === done && isAtOne;
    return isNow
      ? theme('key', glyphs.faded.repeat(length))
      : theme('quiet', glyphs.thin.repeat(length));
  }).join(' ');
}
