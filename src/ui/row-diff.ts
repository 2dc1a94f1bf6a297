import { type StyledCell, styledCells } from './styled-cells.ts';

const reset = '\u001b[0m';
const eraseOnward = '\u001b[K';

/** Bytes for a part of a row, and the style the terminal has after them. */
type Written = { readonly text: string; readonly style: string };

/**
 * The bytes that turn the row on the screen from `before` into `after`; '' where they look the same. Unchanged cells are
 * stepped over where that is shorter than writing them; a row with characters of uncertain width is written whole. The
 * terminal is unstyled before and after.
 */
export function rowDiff(before: string, after: string, row: number, columns: number): string {
  if (before === after) return '';
  const old = shownCells(before, columns);
  const fresh = shownCells(after, columns);
  if (old === undefined || fresh === undefined) {
    return `\u001b[${row};1H\u001b[2K${after}${reset}`;
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

/** The cells of a row that fit, without the blanks at its end; undefined as of `styledCells`. */
function shownCells(line: string, columns: number): readonly StyledCell[] | undefined {
  const cells = styledCells(line);
  const last = cells?.findLastIndex((cell) => !isSame(cell, undefined)) ?? 0;
  return cells?.slice(0, Math.min(last + 1, columns));
}

/** Beyond its last cell a row is blank. */
const isSame = (one: StyledCell | undefined, other: StyledCell | undefined): boolean =>
  (one?.text ?? ' ') === (other?.text ?? ' ') && one?.style === other?.style;

/** From a column on to a changed one, which is written: over the unchanged cells between, or past them if that is shorter. */
function onward(cells: readonly StyledCell[], column: number, to: number, style: string): Written {
  const over = writtenCells(cells.slice(column, to + 1), style);
  if (column === to) return over;
  const forward = to - column === 1 ? '\u001b[C' : `\u001b[${to - column}C`;
  const past = writtenCells(cells.slice(to, to + 1), style);
  const isShorter = forward.length + Buffer.byteLength(past.text) < Buffer.byteLength(over.text);
  return isShorter ? { text: forward + past.text, style: past.style } : over;
}

function writtenCells(cells: readonly StyledCell[], before: string): Written {
  let style = before;
  let text = '';
  for (const cell of cells) {
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

const isInverse = (style: string): boolean => /[[;]7[;m]/.test(style);
