import { type StyledCell, styledCells } from './styled-cells.ts';

const reset = '\u001b[0m';
const eraseOnward = '\u001b[K';

/** Bytes for a part of a row, and the style the terminal has after them. */
type Written = { readonly text: string; readonly style: string };

/** A row as it is written, and its cells that fit, without the blanks at its end; those are undefined as of `styledCells`. */
export type DrawnRow = {
  readonly line: string;
  readonly cells: readonly StyledCell[] | undefined;
};

export const blankRow: DrawnRow = { line: '', cells: [] };

/** A row taken apart for a terminal of so many columns. */
export function drawnRow(line: string, columns: number): DrawnRow {
  const cells = styledCells(line);
  if (cells === undefined) return { line, cells };
  let length = Math.min(cells.length, columns);
  while (length > 0 && isSame(cells[length - 1], undefined)) length -= 1;
  return { line, cells: cells.slice(0, length) };
}

/**
 * The bytes that turn the row on the screen from `before` into `after`; '' where they look the same. Unchanged cells are
 * stepped over where that is shorter than writing them; a row with characters of uncertain width is written whole. The
 * terminal is unstyled before and after.
 */
export function rowDiff(before: DrawnRow, after: DrawnRow, row: number): string {
  const old = before.cells;
  const fresh = after.cells;
  if (old === undefined || fresh === undefined) {
    return `\u001b[${row};1H\u001b[2K${after.line}${reset}`;
  }
  const isErased = old.length > fresh.length;
  const changed = fresh.flatMap((cell, at) => (isSame(old[at], cell) ? [] : [at]));
  if (isErased) changed.push(fresh.length);
  const [from] = changed;
  if (from === undefined) return '';
  let text = `\u001b[${row};${from + 1}H`;
  let style = '';
  let column = from;
  for (const at of changed) {
    const next = onward(fresh, column, at, style);
    text += next.text;
    style = next.style;
    column = at + 1;
  }
  return text + (style === '' ? '' : reset) + (isErased ? eraseOnward : '');
}

/** Beyond its last cell a row is blank. */
const isSame = (one: StyledCell | undefined, other: StyledCell | undefined): boolean =>
  (one?.text ?? ' ') === (other?.text ?? ' ') && one?.style === other?.style;

/** From a column on to a changed one, which is written: over the unchanged cells between, or past them if that is shorter. */
function onward(cells: readonly StyledCell[], column: number, to: number, style: string): Written {
  const over = writtenCells(cells, column, to, style);
  if (column === to) return over;
  const forward = to - column === 1 ? '\u001b[C' : `\u001b[${to - column}C`;
  const past = writtenCells(cells, to, to, style);
  const isShorter = forward.length + Buffer.byteLength(past.text) < Buffer.byteLength(over.text);
  return isShorter ? { text: forward + past.text, style: past.style } : over;
}

/** From the first column to the last; beyond its last cell a row has nothing to write. */
function writtenCells(
  cells: readonly StyledCell[],
  first: number,
  last: number,
  before: string,
): Written {
  let style = before;
  let text = '';
  for (let at = first; at <= last; at += 1) {
    const cell = cells[at];
    if (cell === undefined) break;
    const wanted = cell.style ?? (isInverse(style) ? '' : style);
    if (wanted !== style) text += styleChange(style, wanted);
    style = wanted;
    text += cell.text;
  }
  return { text, style };
}

function styleChange(from: string, to: string): string {
  if (to === '') return reset;
  return from === '' ? to : to.replace('[', '[0;');
}

const isInverse = (style: string): boolean => style !== '' && /[[;]7[;m]/.test(style);
