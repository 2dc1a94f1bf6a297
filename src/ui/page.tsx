import type { ReactNode } from 'react';
import { cutToWidth } from './cell-width.ts';
import type { KeyHint } from './key-meaning.ts';
import { keysLine } from './keys-line.ts';
import { isTiny } from './layout.ts';
import type { Look } from './look.ts';
import { rowText } from './row-text.ts';
import { Lines } from './sheet.ts';

export type PageProps = {
  readonly look: Look;
  readonly columns: number;
  readonly rows: number;
  /** What this screen is; plain text, as all of these. */
  readonly title: string;
  /** At the right of the title: a place, a date. */
  readonly right?: string;
  /** Styled rows, each at most `pageColumns` wide; what goes beyond `pageRows` is not shown. */
  readonly body: readonly string[];
  /** The one thing to know, for where there is a single row. */
  readonly brief: string;
  /** A sentence above the keys. */
  readonly note?: string | undefined;
  readonly keys: readonly KeyHint[];
};

type PageSize = { readonly columns: number; readonly rows: number };

const roomyRows = 14;
const paddingOf = (columns: number): number => (columns < 60 ? 0 : 1);

/** Columns of a page's body. */
export const pageColumns = (columns: number): number => columns - 2 * paddingOf(columns);

/** Rows of a page's body: all but the title, the note and the keys. */
export function pageRows({ columns, rows }: PageSize): number {
  if (isTiny(columns, rows)) return Math.max(0, rows - 1);
  return rows - (rows >= roomyRows ? 4 : 3);
}

/** A screen that is no session: the same header, the same foot, and rows between. */
export function Page(props: PageProps): ReactNode {
  const { columns, rows } = props;
  const lines = isTiny(columns, rows) ? tinyPage(props) : page(props);
  return <Lines lines={lines} />;
}

function page({ look, columns, rows, title, right = '', body, note, keys }: PageProps): string[] {
  const { theme, glyphs } = look;
  const inner = pageColumns(columns);
  const indent = ' '.repeat(paddingOf(columns));
  const room = pageRows({ columns, rows });
  const header = rowText(
    inner,
    theme('strong', `${glyphs.heart} ${title}`),
    theme('quiet', cutToWidth(right, Math.floor(inner / 2))),
  );
  const shown = body.slice(0, room);
  const blank = Array.from({ length: room - shown.length }, () => '');
  const lines = [
    header,
    ...(rows >= roomyRows ? [''] : []),
    ...shown,
    ...blank,
    theme('notice', cutToWidth(note ?? '', inner)),
    keysLine(keys, look, inner),
  ];
  return lines.map((line) => indent + line);
}

function tinyPage({ look, columns, rows, body, brief, note, keys }: PageProps): string[] {
  if (rows === 1) return [cutToWidth(note ?? brief, columns)];
  const shown = body.filter((line) => line !== '').slice(0, rows - 1);
  const foot = note === undefined ? keysLine(keys, look, columns) : cutToWidth(note, columns);
  return [...shown, foot];
}
