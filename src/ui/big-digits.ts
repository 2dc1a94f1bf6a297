import { type Glyphs, unicodeGlyphs } from './glyphs.ts';

/** A box of dots to draw in, and how thick its strokes are across and down. */
type Box = {
  readonly width: number;
  readonly height: number;
  readonly strokeX: number;
  readonly strokeY: number;
};
/** Whether a point of the box is lit; x and y count from the top left. */
type Shape = (x: number, y: number, box: Box) => boolean;

const segments: Record<string, string> = {
  '0': 'abcdef',
  '2': 'abged',
  '3': 'abgcd',
  '4': 'fgbc',
  '5': 'afgcd',
  '6': 'afgedc',
  '7': 'abc',
  '8': 'abcdefg',
  '9': 'abcdfg',
  '-': 'g',
};

const middleOf = ({ height, strokeY }: Box): number => Math.floor((height - strokeY) / 2);

const segmentShapes: Record<string, Shape> = {
  a: (_x, y, box) => y < box.strokeY,
  g: (_x, y, box) => y >= middleOf(box) && y < middleOf(box) + box.strokeY,
  d: (_x, y, box) => y >= box.height - box.strokeY,
  f: (x, y, box) => x < box.strokeX && y < middleOf(box) + box.strokeY,
  e: (x, y, box) => x < box.strokeX && y >= middleOf(box),
  b: (x, y, box) => x >= box.width - box.strokeX && y < middleOf(box) + box.strokeY,
  c: (x, y, box) => x >= box.width - box.strokeX && y >= middleOf(box),
};

const one: Shape = (x, y, { width, height, strokeX, strokeY }) => {
  const left = Math.floor((width - strokeX) / 2);
  const isFlag = y < strokeY && x >= left - Math.ceil(strokeX * 0.7) && x < left;
  const isFoot = y >= height - strokeY && x >= left - strokeX && x < left + 2 * strokeX;
  return isFlag || isFoot || (x >= left && x < left + strokeX);
};

const colon: Shape = (_x, y, { height, strokeY }) => {
  const upper = Math.floor(height * 0.25);
  const lower = height - upper - strokeY;
  return (y >= upper && y < upper + strokeY) || (y >= lower && y < lower + strokeY);
};

function shapeOf(character: string): Shape | undefined {
  if (character === '1') return one;
  if (character === ':') return colon;
  const lit = segments[character];
  if (lit === undefined) return undefined;
  const shapes = [...lit].map((name) => segmentShapes[name]);
  return (x, y, box) => shapes.some((shape) => shape?.(x, y, box));
}

/** Columns one character takes at a height in rows; a row is about two columns tall. */
function widthOf(character: string, rows: number): number {
  const stroke = strokeOf(rows);
  if (character === ':') return stroke;
  const width = Math.max(3, Math.round(rows * 1.3));
  return character === '-' ? Math.round(width * 0.7) : width;
}

/** Seven segments drawn in whole rows need five of them. */
const leastWholeRows = 5;

const strokeOf = (rows: number): number => Math.max(1, Math.round(rows * 0.4));
const gapOf = (rows: number): number => Math.max(1, Math.round(rows / 4));

/** Columns a text of digits, `:` and `-` takes at a height in rows. */
export function bigTextWidth(text: string, rows: number): number {
  const widths = [...text].map((character) => widthOf(character, rows));
  return widths.reduce((sum, width) => sum + width, 0) + gapOf(rows) * (widths.length - 1);
}

/** The greatest height, at most `rows`, at which the text fits into `columns`; 0 where not even three rows do. */
export function bigTextRows(text: string, rows: number, columns: number): number {
  for (let height = rows; height >= 3; height -= 1) {
    if (bigTextWidth(text, height) <= columns) return height;
  }
  return 0;
}

/**
 * Digits, `:` and `-` drawn `rows` high out of half blocks, or of ASCII's `#`. `faded` draws the strokes lighter: the
 * value is no longer fresh. All lines have one width. Any other character is left blank.
 */
export function bigText(
  text: string,
  rows: number,
  { glyphs = unicodeGlyphs, faded = false }: { glyphs?: Glyphs; faded?: boolean } = {},
): readonly string[] {
  const isWhole = faded || glyphs.upper === glyphs.lower;
  if (isWhole && rows < leastWholeRows) {
    return faded ? bigText(text, rows, { glyphs }) : small(text, rows);
  }
  const gap = ' '.repeat(gapOf(rows));
  const characters = [...text].map((character) => drawnOnce(character, rows, { glyphs, faded }));
  return Array.from({ length: rows }, (_, row) =>
    characters.map((lines) => lines[row] ?? '').join(gap),
  );
}

type Pen = { readonly glyphs: Glyphs; readonly faded: boolean };

/** The text as it is, where there are too few rows to tell digits apart without half blocks. */
function small(text: string, rows: number): readonly string[] {
  const width = bigTextWidth(text, rows);
  const middle = Math.floor(rows / 2);
  return Array.from({ length: rows }, (_, row) => (row === middle ? text : '').padEnd(width));
}

/** Those drawn lately: a number on the screen is drawn each second, and its digits are few. */
const drawnLately = new Map<string, readonly string[]>();
const mostKept = 64;

function drawnOnce(character: string, rows: number, pen: Pen): readonly string[] {
  const key = `${character} ${rows} ${pen.faded} ${pen.glyphs.full}${pen.glyphs.upper}`;
  const kept = drawnLately.get(key);
  if (kept !== undefined) return kept;
  if (drawnLately.size >= mostKept) drawnLately.clear();
  const lines = drawn(character, rows, pen);
  drawnLately.set(key, lines);
  return lines;
}

function drawn(character: string, rows: number, pen: Pen): readonly string[] {
  const { glyphs, faded } = pen;
  const width = widthOf(character, rows);
  const strokeX = strokeOf(rows);
  const isHalved = !faded && glyphs.upper !== glyphs.lower;
  const shape = shapeOf(character);
  // Half blocks halve a row, so that a stroke is as thick lying as it is standing.
  const box: Box = isHalved
    ? { width, height: rows * 2, strokeX, strokeY: strokeX }
    : { width, height: rows, strokeX, strokeY: Math.max(1, Math.round(rows * 0.2)) };
  const isLit = (x: number, y: number) =>
    (shape?.(x, y, box) ?? false) && !(isHalved && strokeX > 1 && isCorner(x, y, box));
  const ink = faded ? glyphs.faded : glyphs.full;
  const cell = (x: number, row: number): string => {
    if (isHalved) return halves(isLit(x, row * 2), isLit(x, row * 2 + 1), glyphs);
    return isLit(x, row) ? ink : ' ';
  };
  return Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: width }, (_column, x) => cell(x, row)).join(''),
  );
}

const isCorner = (x: number, y: number, { width, height }: Box): boolean =>
  (x === 0 || x === width - 1) && (y === 0 || y === height - 1);

function halves(upper: boolean, lower: boolean, glyphs: Glyphs): string {
  if (upper && lower) return glyphs.full;
  if (upper) return glyphs.upper;
  return lower ? glyphs.lower : ' ';
}
