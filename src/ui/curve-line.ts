import { type DotMatrix, dotsPerCell, light } from './dot-matrix.ts';

export type CurvePoint = { readonly atMs: number; readonly bpm: number; readonly trusted: boolean };
type Span = { readonly fromMs: number; readonly toMs: number };
export type Scale = { readonly lowBpm: number; readonly highBpm: number };

/** Trusted values further apart than this are not joined: a gap is drawn as a gap. */
const longestJoinMs = 3500;

/** Lights the dots of the trusted points, joined where they are close enough. */
export function drawLine(
  matrix: DotMatrix,
  points: readonly CurvePoint[],
  { fromMs, toMs }: Span,
  scale: Scale,
): void {
  const { across, down } = dotsPerCell[matrix.dots];
  const width = matrix.columns * across;
  const height = matrix.rows * down;
  const xOf = (atMs: number) =>
    Math.min(width - 1, Math.floor(((atMs - fromMs) / Math.max(1, toMs - fromMs)) * width));
  const yOf = (bpm: number) =>
    Math.min(
      height - 1,
      Math.floor(((scale.highBpm - bpm) / (scale.highBpm - scale.lowBpm)) * height),
    );
  let before: CurvePoint | undefined;
  for (const point of points) {
    if (point.trusted) {
      const from = before !== undefined && isJoined(before, point) ? before : point;
      join(matrix, [xOf(from.atMs), yOf(from.bpm)], [xOf(point.atMs), yOf(point.bpm)]);
    }
    before = point;
  }
}

const isJoined = (before: CurvePoint, after: CurvePoint): boolean =>
  before.trusted && after.atMs - before.atMs <= longestJoinMs;

type Dot = readonly [x: number, y: number];

function join(matrix: DotMatrix, [x1, y1]: Dot, [x2, y2]: Dot): void {
  const steps = Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1));
  for (let step = 0; step <= steps; step += 1) {
    const along = steps === 0 ? 0 : step / steps;
    light(matrix, Math.round(x1 + (x2 - x1) * along), Math.round(y1 + (y2 - y1) * along));
  }
}
