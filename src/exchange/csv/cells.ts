/** What a spreadsheet would run as a formula, and our own mark against that. */
const dangerous = /^['=+\-@\t\r]/;

/** A text as a cell of RFC 4180; one that a spreadsheet would run is made a plain text by an apostrophe before it. */
export function textCell(text: string): string {
  const guarded = dangerous.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** The text that a cell was made from. */
export const textOfCell = (cell: string): string =>
  cell.startsWith("'") && dangerous.test(cell.slice(1)) ? cell.slice(1) : cell;

/** The rows of a CSV text, by RFC 4180: CRLF or LF, quoted cells may hold both; a quote that never closes ends with the text. */
export function* rowsOf(text: string, separator = ','): Generator<string[]> {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let row: string[] = [];
  while (at < text.length) {
    const { cell, next } = cellAt(text, at, separator);
    row.push(cell);
    at = next;
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      row.push('');
    }
    yield row;
    row = [];
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
  }
}

function cellAt(text: string, at: number, separator: string): { cell: string; next: number } {
  if (text[at] !== '"') {
    let end = at;
    while (end < text.length && text[end] !== separator && !isLineEnd(text[end])) end += 1;
    return { cell: text.slice(at, end), next: end };
  }
  let cell = '';
  for (let from = at + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { cell: cell + text.slice(from), next: text.length };
    cell += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { cell, next: afterQuote(text, quote + 1, separator) };
    cell += '"';
    from = quote + 2;
  }
}

/** What follows a closing quote up to the cell's end belongs to nothing. */
function afterQuote(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && !isLineEnd(text[at])) at += 1;
  return at;
}

const isLineEnd = (character: string | undefined): boolean =>
  character === '\n' || character === '\r';
