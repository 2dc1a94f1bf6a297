import type { Zone } from '../session/zone.ts';
import {
  type Band,
  bandsOf,
  type CurveLimits,
  cellKey,
  type LaterLimits,
  laterNumbers,
  limitsWithin,
} from './curve-band.ts';
import { type CurvePoint, drawLine, type Scale } from './curve-line.ts';
import { cellAt, type DotMatrix, darkMatrix } from './dot-matrix.ts';
import { type Glyphs, unicodeGlyphs } from './glyphs.ts';
import type { Role } from './theme.ts';

/** A piece of a row in one look; the texts of a row's pieces together are exactly its width. */
export type CurveSpan = { readonly text: string; readonly role: Role };
export type CurveRow = readonly CurveSpan[];

export type CurveFrame = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly columns: number;
  readonly rows: number;
  readonly limits: CurveLimits;
  /** Those that took their place, in their order: the band steps there, and their numbers stand beside the step. */
  readonly laterLimits?: readonly LaterLimits[];
  /** Moments marked by an upright line: where steps began. */
  readonly marksMs?: readonly number[];
  readonly glyphs?: Glyphs;
};

/** Columns of the numbers at the left, the space after them included. */
export const curveLabelColumns = 4;

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
  drawLine(matrix, seen, frame, scale);
  const rowAt = (bpm: number): number => rowOf(bpm, frame.rows, scale);
  const back: Back = {
    bands: bandsOf(frame, columns, rowAt),
    numbers: laterNumbers(frame, columns, rowAt),
    marks: markColumns(frame, columns),
    glyphs: frame.glyphs ?? unicodeGlyphs,
  };
  return Array.from({ length: frame.rows }, (_, row) => [
    { text: labelOf(row, frame, scale).padStart(3).padEnd(curveLabelColumns), role: 'quiet' },
    ...joined(
      Array.from({ length: columns }, (_cell, column) => cellOf(matrix, column, row, back)),
    ),
  ]);
}

function scaleOf(points: readonly CurvePoint[], frame: CurveFrame): Scale {
  const limits = limitsWithin(frame);
  const bpms = points.filter((point) => point.trusted).map((point) => point.bpm);
  const low = bpms.reduce((least, bpm) => Math.min(least, bpm), limits.cautionBpm - 20);
  const high = bpms.reduce((most, bpm) => Math.max(most, bpm), limits.limitBpm + 9);
  return { lowBpm: Math.floor(low / 10) * 10, highBpm: Math.ceil((high + 1) / 10) * 10 };
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

/** What is seen where no dot of the curve is. */
type Back = {
  readonly bands: readonly Band[];
  readonly numbers: ReadonlyMap<string, string>;
  readonly marks: ReadonlySet<number>;
  readonly glyphs: Glyphs;
};

function cellOf(
  matrix: DotMatrix,
  column: number,
  row: number,
  { bands, numbers, marks, glyphs }: Back,
): CurveSpan {
  const band = bands[column];
  const text = cellAt(matrix, column, row);
  if (text !== undefined) return { text, role: band === undefined ? 'easy' : zoneOfRow(row, band) };
  const digit = numbers.size === 0 ? undefined : numbers.get(cellKey(column, row));
  if (digit !== undefined) return { text: digit, role: 'quiet' };
  if (marks.has(column)) return { text: glyphs.mark, role: 'quiet' };
  const isBand =
    band !== undefined && row >= band.limitRow && row <= band.cautionRow && column % 2 === 0;
  return { text: isBand ? glyphs.band : ' ', role: 'quiet' };
}

function zoneOfRow(row: number, { limitRow, cautionRow }: Band): Zone {
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
