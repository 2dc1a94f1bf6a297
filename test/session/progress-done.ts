import type { Plan } from '../../src/session/plan.ts';

export type Done = { readonly reps: number; readonly ms: number };

/** How much of a plan was moved in `movedMs`: reps (parts of them too), and time moved or held. Counted apart from the rules. */
export function doneIn(plan: Plan, movedMs: number): Done {
  let left = movedMs;
  let reps = 0;
  let ms = 0;
  for (const segment of plan) {
    if (segment.kind === 'reps') {
      const repMs = 60_000 / segment.cadencePerMin;
      const part = Math.min(segment.reps - segment.done, left / repMs);
      reps += part;
      left -= part * repMs;
    } else if (segment.kind === 'move' || segment.kind === 'hold') {
      const part = Math.min(segment.lengthMs, left);
      ms += part;
      left -= part;
    } else if (segment.kind === 'pause') {
      left -= Math.min(segment.lengthMs, left);
    }
  }
  return { reps, ms };
}
