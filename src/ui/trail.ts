import type { Fact } from '../session/facts.ts';
import type { Turn } from '../session/turn.ts';
import type { CurvePoint } from './curve-line.ts';

const bucketMs = 500;
const keptMs = 30 * 60_000;
const capacity = keptMs / bucketMs;
const keptMarks = 64;

/**
 * The last half hour of the pulse and the beginnings of steps, bounded whatever arrives: one point each half second,
 * the highest trusted value of it. Grows in place.
 */
export type Trail = {
  /** Takes up what a turn brought. */
  readonly follow: (turn: Turn) => void;
  /** Points since `fromMs`, oldest first. */
  readonly pointsSince: (fromMs: number) => readonly CurvePoint[];
  readonly marksSince: (fromMs: number) => readonly number[];
};

export function createTrail(): Trail {
  const points: CurvePoint[] = [];
  let next = 0;
  const marks: number[] = [];

  function measured(point: CurvePoint): void {
    const newestAt = (next + capacity - 1) % capacity;
    const newest = points[newestAt];
    if (newest !== undefined && bucketOf(newest) === bucketOf(point)) {
      points[newestAt] = weightier(newest, point);
      return;
    }
    points[next] = point;
    next = (next + 1) % capacity;
  }

  function remember(fact: Fact): void {
    if (fact.type === 'measured') {
      measured({ atMs: fact.atMs, bpm: fact.bpm, trusted: fact.distrust === undefined });
    } else if (fact.type === 'exercise-began') {
      marks.push(fact.atMs);
      if (marks.length > keptMarks) marks.shift();
    }
  }

  return {
    follow: (turn) => {
      for (const fact of turn.facts) remember(fact);
    },
    pointsSince: (fromMs) => {
      const since: CurvePoint[] = [];
      for (let back = 1; back <= points.length; back += 1) {
        const point = points[(next + capacity - back) % capacity];
        if (point === undefined || point.atMs < fromMs) break;
        since.push(point);
      }
      return since.reverse();
    },
    marksSince: (fromMs) => marks.filter((atMs) => atMs >= fromMs),
  };
}

const bucketOf = ({ atMs }: CurvePoint): number => Math.floor(atMs / bucketMs);

function weightier(before: CurvePoint, after: CurvePoint): CurvePoint {
  if (before.trusted !== after.trusted) return before.trusted ? before : after;
  return after.bpm > before.bpm ? after : before;
}
