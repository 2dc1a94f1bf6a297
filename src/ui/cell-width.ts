const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const widthless = /^\p{M}$/u;
/** The first combining mark. */
const firstWidthless = '\u0300';
/** Typographic marks, arrows, boxes, blocks, shapes, the heart and braille: one column each, and no mark among them. */
const everyday = /^[\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u25ff\u2665\u2800-\u28ff]$/;
const plain = /^[\u0020-\u007e]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a style sequence begins with ESC.
const style = /\u001b\[[0-9;]*m/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: a style sequence begins with ESC.
const styledToken = /(\u001b\[[0-9;]*m)|[\s\S]/gu;

/** Terminal columns of a text without escapes. */
export function cellWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += characterWidth(character);
  return columns;
}

function characterWidth(character: string): 0 | 1 | 2 {
  // The classes of Unicode take long to be compiled; most screens need none of them.
  if (character < firstWidthless || everyday.test(character)) return 1;
  if (widthless.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** The text without colour and weight. */
export const withoutStyle = (line: string): string => line.replace(style, '');

/** As much of the text as fits into so many columns, with `…` where something had to go. */
export function cutToWidth(text: string, columns: number, mark = '…'): string {
  if (columns <= 0) return '';
  if (cellWidth(text) <= columns) return text;
  const room = columns - cellWidth(mark);
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += characterWidth(character);
    if (used > room) break;
    kept += character;
  }
  return room < 0 ? '' : kept + mark;
}

/** As much of the text's end as fits into so many columns, with `…` where something had to go before it. */
export function cutStartToWidth(text: string, columns: number): string {
  const backwards = (each: string): string => Array.from(each).reverse().join('');
  return backwards(cutToWidth(backwards(text), columns));
}

/** As much of a styled text as fits into so many columns; every style that was begun is ended. */
export function cutStyled(line: string, columns: number, mark = '…'): string {
  if (cellWidth(withoutStyle(line)) <= columns) return line;
  const room = columns - cellWidth(mark);
  let kept = '';
  let used = 0;
  for (const [token, styling] of line.matchAll(styledToken)) {
    const isCut = used > room;
    used += styling === undefined ? characterWidth(token) : 0;
    if (styling !== undefined || used <= room) kept += token;
    else if (!isCut && room >= 0) kept += mark;
  }
  return kept;
}

/** As many of the parts between ` · ` as fit, the first ones first. */
export function fittingParts(text: string, columns: number): string {
  const parts = text.split(/(?= · |, )/);
  while (parts.length > 1 && cellWidth(parts.join('')) > columns) parts.pop();
  return cutToWidth(parts.join(''), columns);
}
