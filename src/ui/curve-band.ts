import type { Limits } from '../session/limits.ts';

export type CurveLimits = Pick<Limits, 'cautionBpm' | 'limitBpm'>;

/** Limits that hold from a moment on. */
export type LaterLimits = CurveLimits & { readonly fromMs: number };

type BandFrame = {
  readonly fromMs: number;
  readonly toMs: number;
  readonly limits: CurveLimits;
  /** In their order. */
  readonly laterLimits?: readonly LaterLimits[];
};

/** The rows between which the caution band lies in a column, top first. */
export type Band = { readonly limitRow: number; readonly cautionRow: number };

/** The least and the highest that any limits of a frame reach. */
export function limitsWithin({ limits, laterLimits = [] }: BandFrame): CurveLimits {
  const all = [limits, ...laterLimits];
  return {
    cautionBpm: Math.min(...all.map(({ cautionBpm }) => cautionBpm)),
    limitBpm: Math.max(...all.map(({ limitBpm }) => limitBpm)),
  };
}

/** The band of each column: a step where the limits changed. */
export function bandsOf(
  frame: BandFrame,
  columns: number,
  rowOf: (bpm: number) => number,
): readonly Band[] {
  const bandOf = ({ cautionBpm, limitBpm }: CurveLimits): Band => ({
    limitRow: rowOf(limitBpm),
    cautionRow: rowOf(cautionBpm),
  });
  const bands = new Array<Band>(columns).fill(bandOf(frame.limits));
  for (const later of frame.laterLimits ?? []) {
    bands.fill(bandOf(later), columnOf(later.fromMs, frame, columns));
  }
  return bands;
}

/** Columns a number takes, with a blank after it. */
const numberColumns = 4;

/** The numbers of later limits, each written where it begins to hold for long enough: characters by row and column. */
export function laterNumbers(
  frame: BandFrame,
  columns: number,
  rowOf: (bpm: number) => number,
): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  const { laterLimits = [] } = frame;
  for (const [at, { fromMs, cautionBpm, limitBpm }] of laterLimits.entries()) {
    const from = columnOf(fromMs, frame, columns);
    const next = laterLimits[at + 1];
    const isBrief =
      next !== undefined && columnOf(next.fromMs, frame, columns) < from + numberColumns;
    if (isBrief) continue;
    for (const bpm of [cautionBpm, limitBpm]) {
      const text = String(bpm);
      const column = Math.max(0, Math.min(from, columns - text.length));
      for (const [index, digit] of [...text].entries()) {
        written.set(cellKey(column + index, rowOf(bpm)), digit);
      }
    }
  }
  return written;
}

export const cellKey = (column: number, row: number): string => `${column} ${row}`;

function columnOf(atMs: number, { fromMs, toMs }: BandFrame, columns: number): number {
  const share = (atMs - fromMs) / Math.max(1, toMs - fromMs);
  return Math.max(0, Math.min(columns - 1, Math.floor(share * columns)));
}
