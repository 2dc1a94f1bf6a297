import type { Adaptation } from '../session/adapted-step.ts';
import { planOf } from '../session/plan.ts';
import type { Routine } from '../session/routine.ts';
import type { RefusedUp, Standing } from '../session/training-standing.ts';
import { dayOf } from './local-day.ts';
import type { Practice } from './practice.ts';

/** More of one kind: the dose, the cadence, or the full exercises in place of their easier variants. */
export type Up = {
  readonly kind: 'level' | 'pace' | 'full';
  readonly standing: Standing;
  readonly because: string;
};

/** What may be raised, or in one line why nothing is offered now. */
export type UpOffers = { readonly offers: readonly Up[] } | { readonly none: string };

const upRules = {
  sessions: 3,
  days: 3,
  mostCautionShare: 0.5,
  mostCr10: 4,
  daysBetween: 7,
  topLevel: 10,
  cadenceStep: 0.1,
} as const;

type Asked = {
  readonly routine: Routine;
  /** Its sessions with a real strap, oldest first. */
  readonly own: readonly Practice[];
  readonly standing: Standing;
  readonly today: number;
  readonly lastUpDay: number;
};

/** Offered only after adaptation (§5): three completed sessions on three days, each without strain; one up a week. */
export function upOffers(asked: Asked): UpOffers {
  const proof = proofOf(asked);
  if ('none' in proof) return proof;
  const since = asked.today - asked.lastUpDay;
  if (since < upRules.daysBetween) {
    const left = upRules.daysBetween - since;
    return {
      none: `At most one step up a week: the next in ${left} ${left === 1 ? 'day' : 'days'}.`,
    };
  }
  const offers = [levelUp(asked), paceUp(asked, proof), fullUp(asked, proof)].flatMap(
    (each) => each ?? [],
  );
  return offers.length === 0
    ? { none: 'This is the whole routine: there is no more.' }
    : { offers };
}

/** Whether a no stands: more is not asked for again within a week of it, the pace at which it would be offered (§5). */
export function isRefused(
  refusals: readonly RefusedUp[],
  routineId: string,
  today: number,
): boolean {
  const refusal = refusals.find((each) => each.routineId === routineId);
  const since = refusal === undefined ? Number.NaN : today - dayOf(refusal.refusedOn);
  return since >= 0 && since < upRules.daysBetween;
}

/** The sessions that show adaptation: the last completed ones at this level, as many as make three on three days. */
function proofOf({ own, standing }: Asked): readonly Practice[] | { readonly none: string } {
  const { level } = standing;
  const otherLevel = own.findLastIndex((each) => each.level !== level && !each.isLevelForOnce);
  const here = own.slice(otherLevel + 1).filter((each) => each.level === level);
  const completed = here.filter(({ isCompleted }) => isCompleted);
  const from = proofBegin(completed);
  const first = completed[from];
  if (first === undefined) return { none: missingLine(completed, level) };
  const since = here.slice(here.indexOf(first));
  const reason = since.map(whyNot).find((line) => line !== undefined);
  return reason === undefined ? completed.slice(from) : { none: reason };
}

/** The index from which the completed sessions are three on three days; -1 where they are not. */
function proofBegin(completed: readonly Practice[]): number {
  return completed.findLastIndex((_, index) => {
    const rest = completed.slice(index);
    return rest.length >= upRules.sessions && daysIn(rest) >= upRules.days;
  });
}

const daysIn = (practices: readonly Practice[]): number =>
  new Set(practices.map(({ day }) => day)).size;

function missingLine(completed: readonly Practice[], level: number): string {
  const left = Math.max(1, upRules.days - daysIn(completed));
  return `More is offered after completed sessions on ${left} more ${left === 1 ? 'day' : 'days'} at level ${level}.`;
}

/** Why a session speaks against more, in a line. One that was not completed tells nothing by its effort. */
function whyNot(practice: Practice): string | undefined {
  const { overStops, exerciseMs, cautionMs, cr10, hasDiscomfort, isGuardEnded } = practice;
  if (hasDiscomfort) return 'No more yet: there was discomfort.';
  if (isGuardEnded) return 'No more yet: a session ended because the pulse stayed up.';
  if (overStops > 0) return 'No more yet: the limit was passed in one of the last sessions.';
  if (!practice.isCompleted) return undefined;
  if (cautionMs > exerciseMs * upRules.mostCautionShare) {
    return 'No more yet: more than half of the exercise was in caution.';
  }
  if (cr10 === undefined) {
    return 'No more yet: rate the effort after each session (pulsepace log effort).';
  }
  return cr10 > upRules.mostCr10 ? `No more yet: the effort was rated ${cr10}, over 4.` : undefined;
}

function levelUp({ routine, standing }: Asked): Up | undefined {
  const { level } = standing;
  const grows = routine.steps.some(
    ({ dose }) =>
      JSON.stringify(planOf(dose, level)) !== JSON.stringify(planOf(dose, upRules.topLevel)),
  );
  if (level >= upRules.topLevel || !grows) return undefined;
  return {
    kind: 'level',
    standing: { ...standing, level: level + 1 },
    because: `Level ${level + 1}: more of each exercise, no faster.`,
  };
}

function paceUp({ standing }: Asked, proof: readonly Practice[]): Up | undefined {
  const faster = (each: Adaptation): Adaptation =>
    each.cadenceFactor < 1 && wasCalm(each.stepId, proof)
      ? {
          ...each,
          cadenceFactor: Math.min(1, thousandths(each.cadenceFactor + upRules.cadenceStep)),
        }
      : each;
  const adaptations = standing.adaptations.map(faster);
  const raised = adaptations.filter((each, index) => each !== standing.adaptations[index]);
  if (raised.length === 0) return undefined;
  const names = raised.map(({ stepId, cadenceFactor }) => `${stepId} ${percent(cadenceFactor)}`);
  return {
    kind: 'pace',
    standing: { ...standing, adaptations },
    because: `Faster: ${names.join(', ')} of the routine's cadence.`,
  };
}

function fullUp({ standing }: Asked, proof: readonly Practice[]): Up | undefined {
  const full = standing.adaptations.filter(
    ({ easier, stepId }) => easier && wasCalm(stepId, proof),
  );
  if (full.length === 0) return undefined;
  const adaptations = standing.adaptations.map((each) =>
    full.includes(each) ? { ...each, easier: false } : each,
  );
  return {
    kind: 'full',
    standing: { ...standing, adaptations },
    because: `The full exercise in place of the easier one: ${full.map(({ stepId }) => stepId).join(', ')}.`,
  };
}

/** Only what was done, and stayed below caution, is raised. */
const wasCalm = (stepId: string, proof: readonly Practice[]): boolean =>
  proof.every(({ steps }) =>
    steps.some((step) => step.stepId === stepId && step.isDone && !step.reachedCaution),
  );

const thousandths = (value: number): number => Math.round(value * 1000) / 1000;
const percent = (factor: number): string => `${Math.round(factor * 100)} %`;
