import type { Glyphs } from './glyphs.ts';

/** Dots a character holds, by what it is drawn with. */
export const dotsPerCell = {
  braille: { across: 2, down: 4 },
  block: { across: 1, down: 2 },
  ascii: { across: 1, down: 1 },
} as const satisfies Record<Glyphs['dots'], { across: number; down: number }>;

const brailleBits = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;

/** A picture of dots, `columns` by `rows` characters; x and y count dots from the top left. */
export type DotMatrix = {
  readonly columns: number;
  readonly rows: number;
  readonly dots: Glyphs['dots'];
  /** One byte of lit dots a character. */
  readonly cells: Uint8Array;
};

export const darkMatrix = (columns: number, rows: number, dots: Glyphs['dots']): DotMatrix => ({
  columns,
  rows,
  dots,
  cells: new Uint8Array(columns * rows),
});

/** Lights a dot in place; one outside the picture changes nothing. */
export function light(matrix: DotMatrix, x: number, y: number): void {
  const { across, down } = dotsPerCell[matrix.dots];
  const column = Math.floor(x / across);
  const row = Math.floor(y / down);
  if (column < 0 || row < 0 || column >= matrix.columns || row >= matrix.rows) return;
  const at = row * matrix.columns + column;
  matrix.cells[at] = (matrix.cells[at] ?? 0) | bitOf(matrix.dots, x % across, y % down);
}

function bitOf(dots: Glyphs['dots'], x: number, y: number): number {
  return dots === 'braille' ? (brailleBits[y]?.[x] ?? 0) : 1 << y;
}

/** The character of a cell; undefined where nothing is lit. */
export function cellAt(matrix: DotMatrix, column: number, row: number): string | undefined {
  const bits = matrix.cells[row * matrix.columns + column] ?? 0;
  if (bits === 0) return undefined;
  if (matrix.dots === 'ascii') return '*';
  if (matrix.dots === 'block') return ['', '▀', '▄', '█'][bits];
  return String.fromCharCode(0x2800 + bits);
}
