import { wrapText } from './wrap-text.ts';

type Room = {
  readonly rows: number;
  readonly columns: number;
  /** How many of the first lines stand on every page. */
  readonly steady: number;
  /** Which page is shown; it is counted on past the last to the first again. */
  readonly page: number;
};

const more = ' …';

/** Lines as rows, all of them where they fit; else a page, with ` …` where another follows, and lines whole where they can be. */
export function wordRows(
  lines: readonly string[],
  { rows, columns, steady, page }: Room,
): readonly string[] {
  const all = lines.flatMap((line) => wrapText(line, columns));
  if (all.length <= rows) return all;
  const narrow = (line: string) => wrapText(line, columns - more.length);
  const still = lines.slice(0, steady).flatMap((line) => wrapText(line, columns));
  const room = rows - still.length;
  if (room <= 0) return still.slice(0, rows);
  const pages = paged(lines.slice(steady).map(narrow), room);
  const shown = pages[page % pages.length] ?? [];
  const isLast = page % pages.length === pages.length - 1;
  const body = isLast ? shown : marked(shown);
  return [...still, ...body];
}

function paged(
  lines: readonly (readonly string[])[],
  rows: number,
): readonly (readonly string[])[] {
  const pages: (readonly string[])[] = [];
  let current: readonly string[] = [];
  for (const line of lines) {
    if (current.length > 0 && current.length + line.length > rows) {
      pages.push(current);
      current = [];
    }
    current = [...current, ...line];
    while (current.length > rows) {
      pages.push(current.slice(0, rows));
      current = current.slice(rows);
    }
  }
  return current.length === 0 ? pages : [...pages, current];
}

const marked = (rows: readonly string[]): readonly string[] =>
  rows.map((row, index) => (index === rows.length - 1 ? row + more : row));
