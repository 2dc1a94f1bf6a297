import type { Adaptation } from '../session/adapted-step.ts';
import type { Fact } from '../session/facts.ts';
import type { SessionHeader, Source } from '../session/header.ts';
import { isOpen } from '../session/routine.ts';
import { type Bout, bouts } from './bouts.ts';
import { laps } from './laps.ts';
import { type LocalMoment, localMoment } from './local-day.ts';
import { restingBpmOf } from './resting.ts';
import { type SessionEnd, sessionEnd } from './session-end.ts';

/** How one step of a session went. */
export type StepPractice = {
  readonly stepId: string;
  readonly isDone: boolean;
  readonly reachedCaution: boolean;
  readonly overStops: number;
};

/** A session in the few numbers that progression and regularity are made of; small, so that years of them fit. */
export type Practice = LocalMoment & {
  readonly routineId: string;
  readonly source: Source;
  /** UTC, ISO 8601. */
  readonly startedAt: string;
  readonly utcOffsetMinutes: number;
  readonly level: number;
  /** The level was given by hand, for once. */
  readonly isLevelForOnce: boolean;
  readonly adaptations: readonly Adaptation[];
  readonly steps: readonly StepPractice[];
  /** Ended by itself, and at least three quarters of its steps done. */
  readonly isCompleted: boolean;
  readonly isGuardEnded: boolean;
  readonly hasDiscomfort: boolean;
  readonly overStops: number;
  /** Time of moving, and how much of it in caution or over. */
  readonly exerciseMs: number;
  readonly cautionMs: number;
  readonly cr10?: number;
  readonly restingBpm?: number;
};

const leastDoneShare = 0.75;
const guardReasons: ReadonlySet<SessionEnd['reason']> = new Set([
  'enough-for-today',
  'still-raised',
  'rest-unanswered',
]);

export const practiceOf = (header: SessionHeader, journal: readonly Fact[]): Practice =>
  practiceUntil(header, sessionEnd(journal));

/** The same where its end is known already. */
export function practiceUntil(header: SessionHeader, end: SessionEnd): Practice {
  const moving = movingIn(header, end);
  const raised = cautions(end);
  const steps = stepsOf(header, end, moving, raised);
  const cr10 = end.allTold.findLast((fact) => fact.type === 'effort-rated')?.cr10;
  const restingBpm = restingBpmOf(end.allTold);
  const { startedAt, utcOffsetMinutes } = header;
  const done = steps.filter(({ isDone }) => isDone).length;
  return {
    ...localMoment(startedAt, utcOffsetMinutes),
    routineId: header.routine.id,
    source: header.source,
    startedAt,
    utcOffsetMinutes,
    level: header.level,
    isLevelForOnce: header.levelOrigin === 'flag',
    adaptations: header.adaptations ?? [],
    steps,
    isCompleted: end.reason === 'completed' && done >= steps.length * leastDoneShare,
    isGuardEnded: guardReasons.has(end.reason),
    hasDiscomfort: end.told.some((fact) => fact.type === 'discomfort-reported'),
    overStops: steps.reduce((sum, { overStops }) => sum + overStops, 0),
    exerciseMs: moving.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0),
    cautionMs: moving.reduce((sum, bout) => sum + overlapMs(bout, raised), 0),
    ...(cr10 !== undefined && { cr10 }),
    ...(restingBpm !== undefined && { restingBpm }),
  };
}

type Stretch = Pick<Bout, 'startMs' | 'endMs'>;

/** An open session moves from its beginning to its cool-down. */
function movingIn({ routine }: SessionHeader, { told, atMs }: SessionEnd): readonly Bout[] {
  if (!isOpen(routine)) return bouts(told, atMs);
  const began = told.find((fact) => fact.type === 'open-began');
  const cooling = told.find((fact) => fact.type === 'cool-down-began');
  if (began === undefined) return [];
  return [{ stepIndex: 0, startMs: began.atMs, endMs: cooling?.atMs ?? atMs, stop: 'done' }];
}

/** From each onset of caution to its end, as the guard had it. */
function cautions({ told, atMs }: SessionEnd): Stretch[] {
  const found: Stretch[] = [];
  let startMs: number | undefined;
  for (const fact of told) {
    if (fact.type === 'warning-raised' && fact.level === 'caution') startMs = fact.atMs;
    if (fact.type !== 'warning-cleared' || fact.level !== 'caution') continue;
    found.push({ startMs: startMs ?? fact.onsetMs, endMs: fact.atMs });
    startMs = undefined;
  }
  return startMs === undefined ? found : [...found, { startMs, endMs: atMs }];
}

const overlapMs = ({ startMs, endMs }: Stretch, others: readonly Stretch[]): number =>
  others.reduce(
    (sum, other) =>
      sum + Math.max(0, Math.min(endMs, other.endMs) - Math.max(startMs, other.startMs)),
    0,
  );

function stepsOf(
  { routine }: SessionHeader,
  end: SessionEnd,
  moving: readonly Bout[],
  raised: readonly Stretch[],
): StepPractice[] {
  const done = new Set(
    laps(end.told, moving, end.atMs)
      .filter(({ outcome }) => outcome === 'done')
      .map(({ stepIndex }) => stepIndex),
  );
  return routine.steps.map(({ id }, index) => ({
    stepId: id,
    isDone: done.has(index),
    reachedCaution: moving.some((bout) => bout.stepIndex === index && overlapMs(bout, raised) > 0),
    overStops: end.told.filter(
      (fact) => fact.type === 'over-stop-counted' && fact.stepIndex === index,
    ).length,
  }));
}
