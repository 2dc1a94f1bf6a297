import type { Adaptation } from '../session/adapted-step.ts';
import type { Routine } from '../session/routine.ts';
import type { AcceptedStanding, Standing } from '../session/training-standing.ts';
import { firstAdaptation, firstStanding, hasCadence } from './first-standing.ts';
import { epochMs, localMoment } from './local-day.ts';
import type { Practice } from './practice.ts';
import { type UpOffers, upOffers } from './up-offers.ts';

/** Where a person stands in a routine, and what may follow. */
export type Progression = {
  /** For the next session. */
  readonly standing: Standing;
  /** One line that says why it is so. */
  readonly because: string;
  /** Offered, never done without a yes. */
  readonly up: UpOffers;
};

const progressionRules = {
  afterCaution: 0.9,
  afterOverStop: 0.8,
  /** No slower by itself than this share of the routine's cadence. */
  leastCadence: 0.4,
  lapseDays: 7,
  longLapseDays: 10,
} as const;

/**
 * The standing of a routine from its sessions (oldest first; others are passed over, and so is what was no real strap),
 * from the standing last said yes to, and from today, a local day. Nothing of it ever adds load by itself.
 */
export function progressionOf(
  routine: Routine,
  practices: readonly Practice[],
  accepted: AcceptedStanding | undefined,
  today: number,
): Progression {
  const own = practices.filter(
    ({ routineId, source }) => routineId === routine.id && source === 'strap',
  );
  const last = own.at(-1);
  if (last === undefined) {
    return {
      standing: firstStanding(routine),
      because: 'First session: the least dose, 70 % of the cadence, and the easier variants.',
      up: { none: 'Nothing is raised before three sessions on three days.' },
    };
  }
  const isNewer = accepted !== undefined && epochMs(accepted.acceptedAt) > epochMs(last.startedAt);
  const base = isNewer ? accepted : lastStanding(own, last);
  const downs = [...(isNewer ? [] : eventDowns(own, base.level)), ...lapseDown(last, today)];
  const down = downs.reduce((sum, { levels }) => sum + levels, 0);
  const level = Math.max(0, base.level - down);
  const slower = isNewer ? [] : slowerAfter(last);
  const standing = { level, adaptations: adaptationsNow(routine, base, last, slower) };
  const lines = [levelLine(level, base.level, downs, isNewer), ...slower.map(({ line }) => line)];
  return {
    standing,
    because: `${lines.filter((line) => line !== '').join('; ')}.`,
    up:
      down > 0 || isNewer
        ? { none: isNewer ? 'You have just said yes to more.' : 'First the present level again.' }
        : upOffers({ routine, own, standing, today, lastUpDay: lastUpDay(own, accepted, last) }),
  };
}

/** The level of the last session that was not given by hand, for once; the cadences of the very last. */
function lastStanding(own: readonly Practice[], last: Practice): Standing {
  const level = own.findLast(({ isLevelForOnce }) => !isLevelForOnce)?.level ?? 0;
  return { level, adaptations: [...last.adaptations] };
}

type Down = { readonly levels: number; readonly why: string };

function eventDowns(own: readonly Practice[], level: number): Down[] {
  const last = own.at(-1);
  if (last?.hasDiscomfort === true) return [{ levels: 1, why: 'after discomfort' }];
  const others = own.findLastIndex((each) => !each.isGuardEnded || each.level !== level);
  return own.length - 1 - others >= 2
    ? [{ levels: 1, why: 'two sessions in a row ended because the pulse stayed up' }]
    : [];
}

function lapseDown(last: Practice, today: number): Down[] {
  const days = today - last.day;
  if (days < progressionRules.lapseDays) return [];
  const levels = days >= progressionRules.longLapseDays ? 2 : 1;
  return [{ levels, why: `${days} days without it` }];
}

type Slower = { readonly stepId: string; readonly factor: number; readonly line: string };

function slowerAfter({ steps }: Practice): Slower[] {
  return steps.flatMap(({ stepId, overStops, reachedCaution }): Slower[] => {
    if (overStops > 0) {
      const factor = progressionRules.afterOverStop;
      return [{ stepId, factor, line: `${stepId} slower by a fifth, after a stop over the limit` }];
    }
    if (!reachedCaution) return [];
    const factor = progressionRules.afterCaution;
    return [{ stepId, factor, line: `${stepId} slower by a tenth, after caution` }];
  });
}

/** A step new to the routine begins as in a first session; one without a cadence has none to lower. */
function adaptationsNow(
  routine: Routine,
  base: Standing,
  last: Practice,
  slower: readonly Slower[],
): Adaptation[] {
  const known = new Set(last.steps.map(({ stepId }) => stepId));
  return routine.steps.flatMap((step) => {
    if (!known.has(step.id)) return firstAdaptation(step);
    const before = base.adaptations.find(({ stepId }) => stepId === step.id);
    const { easier = false, cadenceFactor = 1 } = before ?? {};
    const factor = slower.find(({ stepId }) => stepId === step.id)?.factor ?? 1;
    const lowered = hasCadence(step) ? slowed(cadenceFactor, factor) : cadenceFactor;
    if (!easier && lowered === 1) return [];
    return [
      { stepId: step.id, easier: easier && step.easier !== undefined, cadenceFactor: lowered },
    ];
  });
}

const slowed = (cadence: number, factor: number): number =>
  Math.min(
    cadence,
    Math.max(progressionRules.leastCadence, Math.round(cadence * factor * 1000) / 1000),
  );

function levelLine(
  level: number,
  before: number,
  downs: readonly Down[],
  isNewer: boolean,
): string {
  if (isNewer && downs.length === 0) return `Level ${level}, as you said yes to`;
  const why = downs.map((down) => down.why).join(', ');
  if (level < before) return `Level ${level}, was ${before}: ${why}`;
  return why === '' ? `Level ${level}, as last time` : `Level ${level}, the least (${why})`;
}

/** When anything was last raised: said yes to, or seen in the journals. */
function lastUpDay(
  own: readonly Practice[],
  accepted: AcceptedStanding | undefined,
  { utcOffsetMinutes }: Practice,
): number {
  const saidYes =
    accepted === undefined
      ? Number.NEGATIVE_INFINITY
      : localMoment(accepted.acceptedAt, utcOffsetMinutes).day;
  const byPlan = own.filter(({ isLevelForOnce }) => !isLevelForOnce);
  const rose = byPlan.findLast((each, index) => {
    const before = byPlan[index - 1];
    return before !== undefined && isMore(each, before);
  });
  return Math.max(saidYes, rose?.day ?? Number.NEGATIVE_INFINITY);
}

function isMore(now: Practice, before: Practice): boolean {
  if (now.level > before.level) return true;
  return before.adaptations.some(({ stepId, easier, cadenceFactor }) => {
    const after = now.adaptations.find((each) => each.stepId === stepId);
    return (after?.cadenceFactor ?? 1) > cadenceFactor || (easier && after?.easier !== true);
  });
}
