/**
 * One column of a row: its character and the escape codes it needs, beginning from no style; undefined for a blank, which
 * looks the same in every style that is not inverse.
 */
export type StyledCell = { readonly text: string; readonly style: string | undefined };

// biome-ignore lint/suspicious/noControlCharactersInRegex: a style sequence begins with ESC.
const tokens = /\u001b\[([0-9;]*)m|[\s\S]/gu;
/** Characters that every terminal draws one column wide. */
const oneColumn =
  /^[\u0020-\u007e\u00a1-\u02ff\u0370-\u052f\u2010-\u2027\u2030-\u205e\u2500-\u25ff\u2665\u2800-\u28ff]$/u;

type Style = {
  readonly weight: readonly number[];
  readonly inverse: boolean;
  readonly colour: number | undefined;
};

const unstyled: Style = { weight: [], inverse: false, colour: undefined };

/** A row taken apart into its columns; undefined where a character's width or a code's meaning is not certain. */
export function styledCells(line: string): readonly StyledCell[] | undefined {
  const cells: StyledCell[] = [];
  let style = unstyled;
  let codes = '';
  for (const [token, parameters] of line.matchAll(tokens)) {
    if (parameters !== undefined) {
      const next = parameters.split(';').reduce<Style | undefined>(restyled, style);
      if (next === undefined) return undefined;
      style = next;
      codes = codesOf(style);
    } else if (oneColumn.test(token)) cells.push({ text: token, style: seen(token, style, codes) });
    else return undefined;
  }
  return cells;
}

const seen = (text: string, { inverse }: Style, codes: string): string | undefined =>
  text === ' ' && !inverse ? undefined : codes;

function restyled(style: Style | undefined, parameter: string): Style | undefined {
  if (style === undefined) return undefined;
  const code = Number(parameter);
  if (code === 0) return unstyled;
  if (code === 1 || code === 2) return { ...style, weight: [...style.weight, code] };
  if (code === 22) return { ...style, weight: [] };
  if (code === 7 || code === 27) return { ...style, inverse: code === 7 };
  if (code === 39) return { ...style, colour: undefined };
  const isColour = (code >= 30 && code <= 37) || (code >= 90 && code <= 97);
  return isColour ? { ...style, colour: code } : undefined;
}

function codesOf({ weight, inverse, colour }: Style): string {
  const codes = [...weight, ...(inverse ? [7] : []), ...(colour === undefined ? [] : [colour])];
  return codes.length === 0 ? '' : `\u001b[${codes.join(';')}m`;
}
