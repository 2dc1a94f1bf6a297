import type { ReactNode } from 'react';
import { cellWidth, cutToWidth, withoutStyle } from './cell-width.ts';
import type { KeyHint } from './key-meaning.ts';
import { isTiny } from './layout.ts';
import type { Look } from './look.ts';
import { type MenuItem, menuRows } from './menu.ts';
import { Page, pageColumns, pageRows } from './page.tsx';
import type { Role } from './theme.ts';
import { wrapText } from './wrap-text.ts';

/** All that the home screen shows; plain data in its final words. */
export type HomeModel = {
  readonly title: string;
  readonly today: string;
  /** What is due, or that nothing is. */
  readonly due: readonly string[];
  readonly isDue: boolean;
  readonly last: string;
  readonly items: readonly MenuItem[];
  readonly selected: number;
  /** The weeks of what is planned, a week a line. */
  readonly calendar: readonly string[];
  readonly note?: string;
  readonly keys: readonly KeyHint[];
};

export type HomeProps = {
  readonly model: HomeModel;
  readonly look: Look;
  readonly columns: number;
  readonly rows: number;
};

const besideColumns = 76;
const calendarColumns = 31;
const roomyRows = 14;

/** What is due, what was done last, what can be done, and how regularly it was. */
export function Home({ model, look, columns, rows }: HomeProps): ReactNode {
  const width = pageColumns(columns);
  const room = pageRows({ columns, rows });
  const isBeside = width >= besideColumns && model.calendar.length > 0;
  const menuColumns = isBeside ? width - calendarColumns - 2 : width;
  const above = headlines(model, look, width, rows);
  const isRoomy = rows >= roomyRows;
  const gap = isRoomy ? [''] : [];
  const left = room - above.length - gap.length;
  const menu = menuRows(model.items, model.selected, look, {
    columns: menuColumns,
    rows: Math.max(1, left),
  });
  const below = left - menu.length - 1;
  const calendar = model.calendar.map((line) =>
    cutToWidth(line, isBeside ? calendarColumns : width),
  );
  const body = isBeside
    ? beside(menu, calendar.slice(0, left), menuColumns)
    : [...menu, ...(below > 4 ? ['', ...calendar.slice(0, below)] : [])];
  const { title, today, note } = model;
  const hidden = model.items.length - menu.length;
  const isScrolled = hidden > 0 && !isTiny(columns, rows);
  const scrolled = isScrolled ? `${hidden} more: move with the arrows.` : undefined;
  return (
    <Page
      look={look}
      columns={columns}
      rows={rows}
      title={title}
      right={today}
      body={[...above, ...gap, ...body]}
      brief={[model.due[0], model.items[model.selected]?.label].filter(Boolean).join(' · ')}
      note={note ?? scrolled}
      keys={model.keys}
    />
  );
}

function headlines(
  { due, isDue, last }: HomeModel,
  { theme, glyphs }: Look,
  columns: number,
  rows: number,
): readonly string[] {
  const role: Role = isDue ? 'notice' : 'strong';
  const sign = isDue ? glyphs.caution : glyphs.easy;
  const most = rows >= roomyRows ? 3 : 1;
  const lines = due
    .slice(0, most)
    .map((each) => theme(role, cutToWidth(`${sign} ${whatFits(each, columns - 2)}`, columns)));
  if (rows < roomyRows) return [...lines, cutToWidth(last, columns)];
  return [...lines, ...wrapText(last, columns)];
}

/** Without room for all of it, what is said before the colon. */
const whatFits = (text: string, columns: number): string =>
  cellWidth(text) <= columns ? text : text.replace(/: .*/, '.');

function beside(left: readonly string[], right: readonly string[], columns: number): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => {
    const start = left[row] ?? '';
    const gap = columns + 2 - cellWidth(withoutStyle(start));
    return start + ' '.repeat(Math.max(0, gap)) + (right[row] ?? '');
  });
}
