import type { Fact } from '../session/facts.ts';
import type { Plan } from '../session/plan.ts';

/** How much of an exercise: counted reps, and milliseconds moved or held. */
export type Amount = { readonly reps: number; readonly ms: number };

/** What was planned for a step when it was first begun, and how much of it was done, all its bouts together. */
export type DoseDone = {
  readonly plan: Plan;
  readonly planned: Amount;
  readonly done: Amount;
  /** The journal ends in the exercise: what was done of its last bout is not known. */
  readonly isCutOff: boolean;
};

/** By step index. A rep that was begun counts as done, as it does for what is left (§3). */
export function dosesDone(facts: readonly Fact[]): ReadonlyMap<number, DoseDone> {
  const doses = new Map<number, DoseDone>();
  let now: { readonly stepIndex: number; readonly left: Amount } | undefined;

  const leave = (left: Amount): void => {
    const dose = now && doses.get(now.stepIndex);
    if (now === undefined || dose === undefined) return;
    doses.set(now.stepIndex, { ...dose, done: plus(dose.done, minus(now.left, left)) });
    now = { ...now, left };
  };

  for (const fact of facts) {
    switch (fact.type) {
      case 'exercise-began': {
        const planned = amountOf(fact.plan);
        const before = doses.get(fact.stepIndex);
        doses.set(
          fact.stepIndex,
          before ?? { plan: fact.plan, planned, done: { reps: 0, ms: 0 }, isCutOff: false },
        );
        now = { stepIndex: fact.stepIndex, left: planned };
        break;
      }
      case 'exercise-eased':
      case 'pace-changed':
      case 'count-corrected':
        leave(amountOf(fact.plan));
        break;
      case 'dose-changed':
        if (now !== undefined) now = { ...now, left: amountOf(fact.plan) };
        break;
      case 'exercise-ended':
        leave(amountOf(fact.remaining));
        now = undefined;
        break;
    }
  }
  const cutOff = now && doses.get(now.stepIndex);
  if (now !== undefined && cutOff !== undefined) {
    doses.set(now.stepIndex, { ...cutOff, isCutOff: true });
  }
  return doses;
}

/** What a plan still holds; waiting and pauses are no dose. */
function amountOf(plan: Plan): Amount {
  let reps = 0;
  let ms = 0;
  for (const segment of plan) {
    if (segment.kind === 'reps') reps += segment.reps - segment.done;
    else if (segment.kind === 'move' || segment.kind === 'hold') ms += segment.lengthMs;
  }
  return { reps, ms };
}

const plus = (a: Amount, b: Amount): Amount => ({ reps: a.reps + b.reps, ms: a.ms + b.ms });

const minus = (a: Amount, b: Amount): Amount => ({
  reps: Math.max(0, a.reps - b.reps),
  ms: Math.max(0, a.ms - b.ms),
});
