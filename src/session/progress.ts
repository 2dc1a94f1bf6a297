import type { Plan, Segment } from './plan.ts';

/** Where in a plan an exercise stands after some time of moving. */
export type Place = {
  readonly index: number;
  readonly segment: Segment;
  readonly intoMs: number;
  /** Infinity where only a key ends it. */
  readonly leftMs: number;
  /** Reps completed in this segment, those before an interruption included. */
  readonly repsDone: number;
};

/** Milliseconds a segment takes; Infinity for an open one, its longest for one that waits for the pulse. */
export function segmentMs(segment: Segment): number {
  switch (segment.kind) {
    case 'reps':
      return ((segment.reps - segment.done) * 60_000) / segment.cadencePerMin;
    case 'settle':
      return segment.atMostMs;
    case 'open':
      return Number.POSITIVE_INFINITY;
    default:
      return segment.lengthMs;
  }
}

export const planMs = (plan: Plan): number => plan.reduce((sum, each) => sum + segmentMs(each), 0);

/** The place after `movedMs`; undefined when the plan is done. */
export function placeIn(plan: Plan, movedMs: number): Place | undefined {
  let startMs = 0;
  for (const [index, segment] of plan.entries()) {
    const lengthMs = segmentMs(segment);
    if (movedMs < startMs + lengthMs) {
      const intoMs = movedMs - startMs;
      return {
        index,
        segment,
        intoMs,
        leftMs: lengthMs - intoMs,
        repsDone: repsDone(segment, intoMs),
      };
    }
    startMs += lengthMs;
  }
  return undefined;
}

/** Far less of a rep than anyone can do; more than floating point loses. */
const rounding = 1e-6;

const repsIn = (segment: Segment & { kind: 'reps' }, ms: number): number =>
  (ms * segment.cadencePerMin) / 60_000;

const repsDone = (segment: Segment, intoMs: number): number =>
  segment.kind === 'reps' ? segment.done + Math.floor(repsIn(segment, intoMs) + rounding) : 0;

/** What is left of a plan after `movedMs`; a rep that was begun counts as done, so that no piece is ever done twice. */
export function remainder(plan: Plan, movedMs: number): Plan {
  const place = placeIn(plan, movedMs);
  if (place === undefined) return [];
  return [restOf(place), ...plan.slice(place.index + 1)];
}

function restOf({ segment, leftMs, intoMs }: Place): Segment {
  switch (segment.kind) {
    case 'reps':
      return { ...segment, done: segment.done + Math.ceil(repsIn(segment, intoMs) - rounding) };
    case 'move':
    case 'hold':
    case 'pause':
      return { ...segment, lengthMs: leftMs };
    case 'settle':
      return { ...segment, atLeastMs: Math.max(0, segment.atLeastMs - intoMs), atMostMs: leftMs };
    default:
      return segment;
  }
}

/** Less than this is not worth getting ready for again. */
const leastMs = 3000;

export const isAllButDone = (plan: Plan): boolean => planMs(plan) < leastMs;

/** The plan from the present segment on, reps done left out, and how far the rep at hand has come; nothing is lost. */
export function fromHere(plan: Plan, movedMs: number): { plan: Plan; intoMs: number } {
  const place = placeIn(plan, movedMs);
  if (place === undefined) return { plan: [], intoMs: 0 };
  const { segment, intoMs, repsDone: done, index } = place;
  const later = plan.slice(index + 1);
  if (segment.kind !== 'reps') return { plan: [restOf(place), ...later], intoMs: 0 };
  const fullMs = ((done - segment.done) * 60_000) / segment.cadencePerMin;
  return { plan: [{ ...segment, done }, ...later], intoMs: Math.max(0, intoMs - fullMs) };
}

/** The plan with every cadence multiplied by `factor`. */
export const eased = (plan: Plan, factor: number): Plan =>
  plan.map((segment) =>
    (segment.kind === 'reps' || segment.kind === 'move') && segment.cadencePerMin !== undefined
      ? { ...segment, cadencePerMin: segment.cadencePerMin * factor }
      : segment,
  );

/** The plan with `factor` of its remaining dose: of every time, of every side's reps, of all holds; never less than one. */
export function lightened(plan: Plan, factor: number): Plan {
  const lighter = plan.map((segment): Segment => {
    if (segment.kind === 'move') return { ...segment, lengthMs: segment.lengthMs * factor };
    if (segment.kind !== 'reps') return segment;
    const left = segment.reps - segment.done;
    return { ...segment, reps: segment.done + Math.min(left, Math.ceil(left * factor)) };
  });
  const holds = plan.filter((segment) => segment.kind === 'hold').length;
  return holds === 0 ? lighter : firstHolds(lighter, Math.ceil(holds * factor));
}

/** The plan up to its `kept`th hold, without what would follow; the holds count up to the last that is left of their side. */
function firstHolds(plan: Plan, kept: number): Plan {
  let seen = 0;
  const end = plan.findIndex((segment) => segment.kind === 'hold' && ++seen === kept);
  const left = plan.slice(0, end + 1);
  return left.map((segment) => {
    if (segment.kind !== 'hold') return segment;
    const last = left.findLast((each) => each.kind === 'hold' && each.side === segment.side);
    return { ...segment, of: last?.kind === 'hold' ? last.rep : segment.of };
  });
}
