import { type StyledCell, styledCells } from './styled-cells.ts';

const blank: StyledCell = { text: ' ', style: '' };
const reset = '\u001b[0m';

/**
 * The bytes that turn the row on the screen from `before` into `after`; '' where they are equal. Only the columns from
 * the first change to the last are written; a row with characters of uncertain width is written whole.
 */
export function rowDiff(
  before: string | undefined,
  after: string,
  row: number,
  columns: number,
): string {
  if (before === after) return '';
  const old = before === undefined ? [] : styledCells(before);
  const fresh = styledCells(after);
  if (old === undefined || fresh === undefined) {
    return `\u001b[${row};1H\u001b[2K${after}${reset}`;
  }
  const length = Math.max(old.length, fresh.length);
  let from = 0;
  while (from < length && isSame(old[from], fresh[from])) from += 1;
  let to = length;
  while (to > from && isSame(old[to - 1], fresh[to - 1])) to -= 1;
  if (from === to) return '';
  const isErased = to > fresh.length && fresh.length < columns;
  const written = fresh.slice(from, to);
  const column = Math.min(from, fresh.length) + 1;
  const at = `\u001b[${row};${column}H`;
  return `${at}${cellsText(written)}${isErased ? '\u001b[K' : ''}`;
}

const isSame = (one: StyledCell = blank, other: StyledCell = blank): boolean =>
  one.text === other.text && one.style === other.style;

function cellsText(cells: readonly StyledCell[]): string {
  let style = '';
  let text = '';
  for (const cell of cells) {
    if (cell.style !== style) {
      text += `${style === '' ? '' : reset}${cell.style}`;
      style = cell.style;
    }
    text += cell.text;
  }
  return style === '' ? text : text + reset;
}
