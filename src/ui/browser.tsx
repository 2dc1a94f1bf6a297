import type { ReactNode } from 'react';
import { cutStyled, cutToWidth } from './cell-width.ts';
import type { KeyHint } from './key-meaning.ts';
import type { Look } from './look.ts';
import { Page, pageColumns, pageRows } from './page.tsx';

/** A list to choose from, or a text to read; in their final words, no row wider than the page. */
export type BrowserProps = {
  readonly look: Look;
  readonly columns: number;
  readonly rows: number;
  readonly title: string;
  readonly right: string;
  readonly note?: string | undefined;
  readonly keys: readonly KeyHint[];
  readonly shown:
    | {
        readonly kind: 'list';
        readonly head: string;
        readonly items: readonly string[];
        readonly selected: number;
        readonly marked?: number | undefined;
      }
    | { readonly kind: 'text'; readonly lines: readonly string[]; readonly scroll: number };
};

/** The list with the selected row in sight, or the text from its scroll on; never past its end. */
export function Browser(props: BrowserProps): ReactNode {
  const { look, columns, rows, title, right, note, keys, shown } = props;
  const size = { columns: pageColumns(columns), rows: pageRows({ columns, rows }) };
  const body = shown.kind === 'list' ? listRows(shown, look, size) : textRows(shown, size);
  const brief =
    shown.kind === 'list' ? (shown.items[shown.selected] ?? 'no session') : (shown.lines[0] ?? '');
  return (
    <Page
      look={look}
      columns={columns}
      rows={rows}
      title={title}
      right={right}
      body={body}
      brief={cutToWidth(brief, columns)}
      note={note}
      keys={keys}
    />
  );
}

type Size = { readonly columns: number; readonly rows: number };

function listRows(
  { head, items, selected, marked }: Extract<BrowserProps['shown'], { kind: 'list' }>,
  { theme }: Look,
  { columns, rows }: Size,
): string[] {
  const room = Math.max(1, rows - 1);
  const from = Math.max(0, Math.min(selected - Math.floor(room / 2), items.length - room));
  const lines = items.slice(from, from + room).map((item, index) => {
    const at = from + index;
    const sign = at === selected ? theme('key', '>') : at === marked ? theme('key', '=') : ' ';
    const text = cutToWidth(item, columns - 2);
    return `${sign} ${at === selected ? theme('selected', text) : text}`;
  });
  return [theme('quiet', cutToWidth(`  ${head}`, columns)), ...lines];
}

function textRows(
  { lines, scroll }: Extract<BrowserProps['shown'], { kind: 'text' }>,
  { columns, rows }: Size,
): string[] {
  const from = Math.min(scroll, Math.max(0, lines.length - rows));
  return lines.slice(from, from + rows).map((line) => cutStyled(line, columns));
}
