import { blankRow, type DrawnRow, drawnRow, rowDiff } from './row-diff.ts';

/** What a painter needs of a terminal's output; `process.stdout` is one. */
export type TerminalOutput = {
  readonly columns: number;
  readonly rows: number;
  readonly writableNeedDrain: boolean;
  write(text: string): boolean;
  on(event: 'resize' | 'drain', listener: () => void): unknown;
  off(event: 'resize' | 'drain', listener: () => void): unknown;
};

/** Whole frames in, changed rows out: the alternate screen of one terminal. */
export type Painter = {
  /** Enters the alternate screen, empty and without a cursor. */
  readonly enter: () => void;
  /** Shows a frame, rows parted by `\n`. While the terminal does not read, only the newest waits. */
  readonly paint: (frame: string) => void;
  /** The screen is not what was painted (a resize, coming back): the next frame begins by clearing it. */
  readonly forget: () => void;
  /** Gives the terminal back; a second call does nothing, and nothing is painted afterwards. */
  readonly leave: () => void;
};

// With 2004 the terminal marks what is pasted, so that no part of it is taken for keys.
const alternateOn = '\u001b[?1049h\u001b[?25l\u001b[?2004h\u001b[2J';
const alternateOff = '\u001b[?2004l\u001b[?7h\u001b[?25h\u001b[?1049l';
const frameBegins = '\u001b[?2026h\u001b[?7l';
const frameEnds = '\u001b[?7h\u001b[?2026l';
const clearScreen = '\u001b[2J';

/** A painter on an output; it writes nothing until it enters. */
export function createPainter(output: TerminalOutput): Painter {
  let isOn = false;
  let shown: readonly DrawnRow[] | undefined = [];
  let waiting: string | undefined;

  function paint(frame: string): void {
    if (!isOn) return;
    waiting = frame;
    if (!output.writableNeedDrain) paintWaiting();
  }

  function paintWaiting(): void {
    if (waiting === undefined) return;
    const size = sizeOf(output);
    const lines = waiting.split('\n').slice(0, size.rows);
    waiting = undefined;
    const { rows, changes } = changed(shown, lines, size.columns);
    const clearing = shown === undefined ? clearScreen : '';
    shown = rows;
    if (clearing + changes !== '') output.write(frameBegins + clearing + changes + frameEnds);
  }

  function forget(): void {
    shown = undefined;
  }

  return {
    enter: () => {
      if (isOn) return;
      isOn = true;
      shown = [];
      output.on('drain', paintWaiting);
      output.on('resize', forget);
      output.write(alternateOn);
    },
    paint,
    forget,
    leave: () => {
      if (!isOn) return;
      isOn = false;
      waiting = undefined;
      output.off('drain', paintWaiting);
      output.off('resize', forget);
      output.write(alternateOff);
    },
  };
}

/** A row that stays as it is written is not taken apart again. */
function changed(
  before: readonly DrawnRow[] = [],
  after: readonly string[],
  columns: number,
): { readonly rows: readonly DrawnRow[]; readonly changes: string } {
  const rows: DrawnRow[] = [];
  let changes = '';
  for (let row = 0; row < Math.max(before.length, after.length); row += 1) {
    const old = before[row] ?? blankRow;
    const line = after[row] ?? '';
    const fresh = line === old.line ? old : drawnRow(line, columns);
    if (fresh !== old) changes += rowDiff(old, fresh, row + 1);
    if (row < after.length) rows.push(fresh);
  }
  return { rows, changes };
}

/** The size of a terminal, 80×24 where it does not say. */
export const sizeOf = ({ columns, rows }: Pick<TerminalOutput, 'columns' | 'rows'>) => ({
  columns: columns > 0 ? columns : 80,
  rows: rows > 0 ? rows : 24,
});
