/**
 * One column of a row: its character and the escape codes it needs, beginning from no style; undefined for a blank, which
 * looks the same in every style that is not inverse.
 */
export type StyledCell = { readonly text: string; readonly style: string | undefined };

const esc = 0x1b;
const blank = 0x20;
const lastAscii = 0x7e;
/** Besides ASCII, the characters that every terminal draws one column wide, first and last. */
const oneColumn = [
  [0x2800, 0x28ff],
  [0x2500, 0x25ff],
  [0x2665, 0x2665],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0xa1, 0x2ff],
  [0x370, 0x52f],
] as const;
const styleBegins = '\u001b[';
const parametersOnly = /^[0-9;]*$/;

type Style = {
  readonly weight: readonly number[];
  readonly inverse: boolean;
  readonly colour: number | undefined;
};

const unstyled: Style = { weight: [], inverse: false, colour: undefined };

/** A row taken apart into its columns; undefined where a character's width or a code's meaning is not certain. */
export function styledCells(line: string): readonly StyledCell[] | undefined {
  const cells: StyledCell[] = [];
  let style: Style | undefined = unstyled;
  let codes = '';
  for (let at = 0; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    if (code === esc) {
      const end = line.indexOf('m', at);
      style = styleAfter(style, line.slice(at, end));
      if (style === undefined || end < 0) return undefined;
      codes = codesOf(style);
      at = end;
    } else if (isOneColumn(code)) {
      const isUnseen = code === blank && !style.inverse;
      cells.push({ text: line.charAt(at), style: isUnseen ? undefined : codes });
    } else return undefined;
  }
  return cells;
}

function isOneColumn(code: number): boolean {
  if (code >= blank && code <= lastAscii) return true;
  for (const [first, last] of oneColumn) if (code >= first && code <= last) return true;
  return false;
}

/** The style after a sequence without its final `m`. */
function styleAfter(style: Style, sequence: string): Style | undefined {
  const parameters = sequence.slice(styleBegins.length);
  if (!sequence.startsWith(styleBegins) || !parametersOnly.test(parameters)) return undefined;
  return parameters.includes(';')
    ? parameters.split(';').reduce<Style | undefined>(restyled, style)
    : restyled(style, parameters);
}

function restyled(style: Style | undefined, parameter: string): Style | undefined {
  if (style === undefined) return undefined;
  const code = Number(parameter);
  const { weight, inverse, colour } = style;
  if (code === 0) return unstyled;
  if (code === 1 || code === 2) return { weight: [...weight, code], inverse, colour };
  if (code === 22) return { weight: [], inverse, colour };
  if (code === 7 || code === 27) return { weight, inverse: code === 7, colour };
  if (code === 39) return { weight, inverse, colour: undefined };
  const isColour = (code >= 30 && code <= 37) || (code >= 90 && code <= 97);
  return isColour ? { weight, inverse, colour: code } : undefined;
}

function codesOf({ weight, inverse, colour }: Style): string {
  if (weight.length === 0 && !inverse && colour === undefined) return '';
  const codes = [...weight, ...(inverse ? [7] : []), ...(colour === undefined ? [] : [colour])];
  return `\u001b[${codes.join(';')}m`;
}
