import type { Limits } from '../session/limits.ts';
import type { Zone } from '../session/zone.ts';
import { cellAt, type DotMatrix, darkMatrix, dotsPerCell, light } from './dot-matrix.ts';
import { type Glyphs, unicodeGlyphs } from './glyphs.ts';
import type { Role } from './theme.ts';

export type CurvePoint = { readonly atMs: number; readonly bpm: number; readonly trusted: boolean };
/** A piece of a row in one look; the texts of a row's pieces together are exactly its width. */
export type CurveSpan = { readonly text: string; readonly role: Role };
export type CurveRow = readonly CurveSpan[];

export type CurveFrame = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly columns: number;
  readonly rows: number;
  readonly limits: Pick<Limits, 'cautionBpm' | 'limitBpm'>;
  /** Moments marked by an upright line: where steps began. */
  readonly marksMs?: readonly number[];
  readonly glyphs?: Glyphs;
};

/** Columns of the numbers at the left, the space after them included. */
export const curveLabelColumns = 4;
/** Trusted values further apart than this are not joined: a gap is drawn as a gap. */
const longestJoinMs = 3500;

/**
 * The pulse over time as rows of text, top first, oldest left: the trusted points as a line with gaps left as gaps, the
 * caution band behind it, step marks, and the numbers of the caution and the limit at the left.
 */
export function pulseCurve(points: readonly CurvePoint[], frame: CurveFrame): readonly CurveRow[] {
  const columns = frame.columns - curveLabelColumns;
  if (columns < 1 || frame.rows < 1) {
    return Array.from({ length: Math.max(0, frame.rows) }, () => [
      { text: ' '.repeat(Math.max(0, frame.columns)), role: 'plain' as const },
    ]);
  }
  const seen = points.filter((point) => point.atMs >= frame.fromMs && point.atMs <= frame.toMs);
  const scale = scaleOf(seen, frame);
  const matrix = darkMatrix(columns, frame.rows, (frame.glyphs ?? unicodeGlyphs).dots);
  draw(matrix, seen, frame, scale);
  const marks = markColumns(frame, columns);
  return Array.from({ length: frame.rows }, (_, row) => [
    { text: labelOf(row, frame, scale).padStart(3).padEnd(curveLabelColumns), role: 'quiet' },
    ...joined(
      Array.from({ length: columns }, (_cell, column) =>
        cellOf(matrix, column, row, frame, scale, marks),
      ),
    ),
  ]);
}

type Scale = { readonly lowBpm: number; readonly highBpm: number };

function scaleOf(points: readonly CurvePoint[], { limits }: CurveFrame): Scale {
  const bpms = points.filter((point) => point.trusted).map((point) => point.bpm);
  const low = bpms.reduce((least, bpm) => Math.min(least, bpm), limits.cautionBpm - 20);
  const high = bpms.reduce((most, bpm) => Math.max(most, bpm), limits.limitBpm + 9);
  return { lowBpm: Math.floor(low / 10) * 10, highBpm: Math.ceil((high + 1) / 10) * 10 };
}

function draw(
  matrix: DotMatrix,
  points: readonly CurvePoint[],
  { fromMs, toMs }: CurveFrame,
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

function markColumns(frame: CurveFrame, columns: number): ReadonlySet<number> {
  const { fromMs, toMs, marksMs = [] } = frame;
  const seen = marksMs.filter((atMs) => atMs > fromMs && atMs <= toMs);
  return new Set(
    seen.map((atMs) =>
      Math.min(columns - 1, Math.floor(((atMs - fromMs) / (toMs - fromMs)) * columns)),
    ),
  );
}

const rowOf = (bpm: number, rows: number, { lowBpm, highBpm }: Scale): number =>
  Math.min(rows - 1, Math.floor(((highBpm - bpm) / (highBpm - lowBpm)) * rows));

function labelOf(row: number, { rows, limits }: CurveFrame, scale: Scale): string {
  if (row === rowOf(limits.limitBpm, rows, scale)) return String(limits.limitBpm);
  if (row === rowOf(limits.cautionBpm, rows, scale)) return String(limits.cautionBpm);
  return row === rows - 1 ? String(scale.lowBpm) : '';
}

function cellOf(
  matrix: DotMatrix,
  column: number,
  row: number,
  { rows, limits, glyphs = unicodeGlyphs }: CurveFrame,
  scale: Scale,
  marks: ReadonlySet<number>,
): CurveSpan {
  const limitRow = rowOf(limits.limitBpm, rows, scale);
  const cautionRow = rowOf(limits.cautionBpm, rows, scale);
  const isBand = row >= limitRow && row <= cautionRow && column % 2 === 0;
  const text = cellAt(matrix, column, row);
  if (text !== undefined) return { text, role: zoneOfRow(row, limitRow, cautionRow) };
  if (marks.has(column)) return { text: glyphs.mark, role: 'quiet' };
  return { text: isBand ? glyphs.band : ' ', role: 'quiet' };
}

function zoneOfRow(row: number, limitRow: number, cautionRow: number): Zone {
  if (row < limitRow) return 'over';
  return row <= cautionRow ? 'caution' : 'easy';
}

function joined(cells: readonly CurveSpan[]): CurveSpan[] {
  const spans: CurveSpan[] = [];
  for (const cell of cells) {
    const last = spans.at(-1);
    if (last?.role === cell.role) {
      spans[spans.length - 1] = { role: last.role, text: last.text + cell.text };
    } else spans.push(cell);
  }
  return spans;
}
