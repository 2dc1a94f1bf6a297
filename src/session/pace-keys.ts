import type { Fact, FactOf, Key } from './facts.ts';
import type { Segment } from './plan.ts';
import { eased, fromHere, type Place, placeIn, remainder } from './progress.ts';
import type { SessionState, Work } from './state.ts';
import { elapsedMs } from './stopwatch.ts';

type Working = {
  readonly state: SessionState;
  readonly stepIndex: number;
  readonly work: Work;
  readonly place: Place;
  readonly movedMs: number;
  readonly atMs: number;
};

/** Faster, slower, more, less, and the count put right: by the person's key alone, and only in an exercise (§3). */
export function respondToPaceKey(state: SessionState, key: Key, atMs: number): Fact[] {
  const { phase, work, clock, paused, hold } = state;
  const isMoving = phase.name === 'exercise' && paused === undefined && hold === undefined;
  if (!isMoving || work === undefined) return [];
  const movedMs = elapsedMs(clock, atMs);
  const place = placeIn(work.plan, movedMs);
  if (place === undefined) return [];
  const fact = answer(key, { state, stepIndex: phase.stepIndex, work, place, movedMs, atMs });
  return fact === undefined ? [] : [fact];
}

function answer(key: Key, now: Working): Fact | undefined {
  const { paceStep, paceMost, paceLeast } = now.state.header.rules;
  const { pace } = now.work;
  switch (key) {
    case 'more':
      return mayAdd(now) ? paced(now, Math.min(pace * (1 + paceStep), paceMost)) : undefined;
    case 'less':
      return paced(now, Math.max(pace * (1 - paceStep), Math.min(pace, paceLeast)));
    case 'dose-more':
      return mayAdd(now) ? dosed(now, 1) : undefined;
    case 'dose-less':
      return dosed(now, -1);
    case 'count-up':
      return counted(now, 1);
    case 'count-down':
      return mayAdd(now) ? counted(now, -1) : undefined;
    default:
      return undefined;
  }
}

/** Nothing is added in caution, on the way there, or in over. */
const mayAdd = ({ state: { guard } }: Working): boolean =>
  guard.caution === undefined && guard.over === undefined && guard.approach === undefined;

function paced(
  { stepIndex, work, movedMs, atMs }: Working,
  pace: number,
): FactOf<'pace-changed'> | undefined {
  const factor = pace / work.pace;
  const isPaced = work.plan.some((each) => 'cadencePerMin' in each && each.cadencePerMin);
  if (!isPaced || Math.abs(factor - 1) < 1e-9) return undefined;
  const { plan, intoMs } = fromHere(work.plan, movedMs);
  const faster = [...eased(plan, factor)];
  return { type: 'pace-changed', atMs, stepIndex, plan: faster, intoMs: intoMs / factor, pace };
}

function dosed(now: Working, by: 1 | -1): FactOf<'dose-changed'> | undefined {
  const { stepIndex, work, place, atMs, state } = now;
  const { doseStepS, doseSteps } = state.header.rules;
  const steps = work.doseSteps + by;
  const segment = resized(place, by, doseStepS * 1000);
  if (segment === undefined || steps > doseSteps) return undefined;
  const plan = work.plan.with(place.index, segment);
  return { type: 'dose-changed', atMs, stepIndex, plan, steps };
}

/** The present segment with a rep or 10 s more or less; undefined where nothing of that size is left, or it has no such size. */
function resized(
  { segment, leftMs, intoMs }: Place,
  by: 1 | -1,
  stepMs: number,
): Segment | undefined {
  if (segment.kind === 'move') {
    const isLeft = by > 0 || leftMs > stepMs;
    return isLeft ? { ...segment, lengthMs: segment.lengthMs + by * stepMs } : undefined;
  }
  if (segment.kind !== 'reps') return undefined;
  const [left] = remainder([segment], intoMs);
  const isLeft = by > 0 || (left?.kind === 'reps' && left.done < segment.reps);
  return isLeft ? { ...segment, reps: segment.reps + by } : undefined;
}

function counted(now: Working, by: 1 | -1): FactOf<'count-corrected'> | undefined {
  const { stepIndex, work, place, atMs } = now;
  const { segment, index, repsDone } = place;
  if (segment.kind !== 'reps') return undefined;
  const done = Math.min(segment.reps, Math.max(0, repsDone + by));
  if (done === repsDone) return undefined;
  const plan = [{ ...segment, done }, ...work.plan.slice(index + 1)];
  return { type: 'count-corrected', atMs, stepIndex, plan };
}
