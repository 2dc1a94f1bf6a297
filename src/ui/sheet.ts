import { createContext, isValidElement, type ReactNode, useContext } from 'react';
import type { Glyphs } from './glyphs.ts';

/**
 * One character a row; Ink is given nothing else, so that no text can pass for a sign. Those of ASCII come first, and
 * private ones for the rows of a very high terminal: to measure any other, Ink has to compile the classes of Unicode.
 */
const asciiSigns = { first: 0x21, count: 0x5e };
const firstPrivate = 0xe000;
export const signColumns = 1;
const sign = /^[!-~\ue000-\uf8ff]$/gm;

/** Where the whole rows of one frame are kept while Ink places signs for them. */
export type Sheet = {
  readonly write: (line: string) => string;
  /** The frame with each row in the place of its sign. */
  readonly fill: (frame: string) => string;
};

export function createSheet(): Sheet {
  const lines: string[] = [];
  return {
    write: (line) => signOf(lines.push(line) - 1),
    fill: (frame) => frame.replace(sign, (each) => lines[rowOf(each)] ?? ''),
  };
}

const signOf = (row: number): string => {
  const { first, count } = asciiSigns;
  return String.fromCharCode(row < count ? first + row : firstPrivate + row - count);
};

const rowOf = (each: string): number => {
  const { first, count } = asciiSigns;
  const code = each.charCodeAt(0);
  return code < firstPrivate ? code - first : code - firstPrivate + count;
};

/** Puts whole rows onto a sheet where Ink draws (terminal-ink.tsx), and nowhere else. */
export const PutRows = createContext((_rows: readonly string[]): ReactNode => null);

type LinesProps = { readonly lines: readonly string[]; readonly indent?: number };

/**
 * Whole rows of a screen, one under the other, `indent` columns from its left edge. Ink lays out where they go; their many cells are put
 * in afterwards, for measuring and splitting each of them anew would take Ink most of a frame's time.
 */
export function Lines(props: LinesProps): ReactNode {
  const put = useContext(PutRows);
  return put(rowsOf(props));
}

type Component = (props: unknown) => ReactNode;

/**
 * The rows of a screen that is one `Lines` and nothing else; of any other Ink alone knows where they go. What stands for
 * it is called, as React would: our components keep no state.
 */
export function bareRows(view: ReactNode): readonly string[] | undefined {
  if (!isValidElement<LinesProps>(view)) return undefined;
  if (view.type === Lines) return rowsOf(view.props);
  return typeof view.type === 'function'
    ? bareRows((view.type as Component)(view.props))
    : undefined;
}

function rowsOf({ lines, indent = 0 }: LinesProps): readonly string[] {
  const margin = ' '.repeat(indent);
  return lines.map((line) => (margin + line).trimEnd());
}

/** What a frame looks like where the terminal knows ASCII alone. */
export const spelled = (frame: string, { dots }: Glyphs): string =>
  dots === 'ascii' ? asciiOnly(frame) : frame;

const asciiOnly = (text: string): string =>
  text
    .replace(/[·–]/g, '-')
    .replace(/…/g, '.')
    .replace(/[\u0080-\u{10ffff}]/gu, '?');
