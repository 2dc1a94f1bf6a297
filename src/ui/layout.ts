import type { Task } from './task.ts';

/** How the rows of a screen are shared out; every number counts rows. */
export type Layout = {
  readonly columns: number;
  readonly rows: number;
  readonly padding: number;
  readonly digits: number;
  /** The row under the digits that names them. */
  readonly labels: 0 | 1;
  /** Rows that make the zone's bar taller, half above its words and half below. */
  readonly barMore: 0 | 2;
  readonly gauge: 0 | 1;
  readonly why: 0 | 1;
  readonly text: number;
  readonly curve: number;
  /** Warnings and the link; without it they are where the words leave a row. */
  readonly footer: 0 | 1;
  readonly gapAbove: 0 | 1;
  /** Between the pulse and the task: how far the routine is, or nothing. */
  readonly gapBelow: 0 | 1;
};

const leastColumns = 40;
const leastRows = 10;
const roomyRows = 14;

/** Below this a screen is one line after another, the most needed first. */
export const isTiny = (columns: number, rows: number): boolean =>
  columns < leastColumns || rows < leastRows;

/** What a task asks of a screen with hardly any room. */
type Need = 'digits' | 'words';

export const needOf = ({ mood, isToRead = false }: Pick<Task, 'mood' | 'isToRead'>): Need =>
  mood === 'stop' || isToRead ? 'words' : 'digits';

/**
 * Shares out the rows by size alone, so that nothing moves while the session goes on; only where there is hardly any
 * room do words that must be read take a row from the digits.
 */
export function layoutOf(columns: number, rows: number, need: Need): Layout {
  const padding = columns < 60 ? 0 : 1;
  if (rows < roomyRows) return cramped(columns, rows, padding, need);
  let left = rows - leastRows;
  const take = (wanted: number, least = 1): number => {
    const taken = left < least ? 0 : Math.min(wanted, left);
    left -= taken;
    return taken;
  };
  const flag = (): 0 | 1 => (take(1) === 1 ? 1 : 0);
  const labels = flag();
  const why = flag();
  const firstText = take(2);
  const moreDigits = columns < 60 ? 0 : take(2, 2);
  const gauge = flag();
  const firstCurve = take(3, 3);
  const moreText = take(2);
  const gapBelow = flag();
  const gapAbove = flag();
  const moreCurve = take(1);
  const lastText = take(1);
  const barMore = left > 3 && take(2, 2) === 2 ? 2 : 0;
  const tallDigits = take(Math.max(0, tallest(columns, rows) - 7));
  return {
    columns,
    rows,
    padding,
    digits: 5 + moreDigits + tallDigits,
    labels,
    barMore,
    gauge,
    why,
    text: firstText + moreText + lastText,
    curve: firstCurve === 0 ? 0 : firstCurve + moreCurve + left,
    footer: 1,
    gapAbove,
    gapBelow,
  };
}

/** Digits may take a third of the height, as long as two numbers stand side by side. */
const tallest = (columns: number, rows: number): number =>
  Math.min(Math.floor(rows / 3), Math.floor(columns / 11), 15);

/** The pulse, the word of the zone, what to do: warnings and the reason take a row that those leave. */
function cramped(columns: number, rows: number, padding: number, need: Need): Layout {
  const digits = need === 'digits' ? Math.min(rows - 6, 5) : 3;
  return {
    columns,
    rows,
    padding,
    digits,
    labels: 0,
    barMore: 0,
    gauge: 0,
    why: 0,
    text: rows - 4 - digits,
    curve: 0,
    footer: 0,
    gapAbove: 0,
    gapBelow: 0,
  };
}
