import { EventEmitter } from 'node:events';
import { Terminal } from '@xterm/headless';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPainter } from '../../src/ui/painter.ts';
import { runs } from '../runs.ts';

/** A real terminal emulator as an output: what is written is what it shows. */
class ScreenOutput extends EventEmitter {
  readonly terminal: Terminal;
  columns: number;
  rows: number;
  writableNeedDrain = false;
  written = '';

  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
    this.terminal = new Terminal({ cols: columns, rows, scrollback: 100, allowProposedApi: true });
  }

  write(text: string): boolean {
    this.written += text;
    this.terminal.write(text);
    return true;
  }

  resize(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
    this.terminal.resize(columns, rows);
    this.emit('resize');
  }

  async shown(): Promise<string> {
    await new Promise<void>((done) => this.terminal.write('', done));
    const { active } = this.terminal.buffer;
    return Array.from(
      { length: this.rows },
      (_, row) =>
        active
          .getLine(active.baseY + row)
          ?.translateToString(true)
          .trimEnd() ?? '',
    ).join('\n');
  }

  async styles(): Promise<string> {
    await new Promise<void>((done) => this.terminal.write('', done));
    const { active } = this.terminal.buffer;
    return Array.from({ length: this.rows }, (_, row) =>
      Array.from({ length: this.columns }, (_cell, column) => {
        const cell = active.getLine(active.baseY + row)?.getCell(column);
        // A blank shows its background alone.
        if (cell?.getChars().trim() === '' && cell.isInverse() === 0) return 'blank';
        return `${cell?.getChars()},${cell?.getFgColor()},${cell?.isBold()},${cell?.isInverse()},${cell?.isDim()}`;
      }).join(' '),
    ).join('\n');
  }
}

const clean = (frame: string, rows: number): string =>
  Array.from({ length: rows }, (_, row) => (frame.split('\n')[row] ?? '').trimEnd()).join('\n');

const piece = fc.oneof(
  fc.stringMatching(/^[ -~]{0,12}$/),
  fc.constantFrom('█▀▄▒', '⣠⣄⡴', '● EASY', '力士', 'é́', 'ÄÖ', '   '),
);
const styled = fc
  .tuple(fc.constantFrom('', '1', '2', '7', '31', '33'), piece)
  .map(([code, text]) => {
    if (code === '' || text === '') return { bare: text, codes: text };
    const off = { '1': '22', '2': '22', '7': '27', '31': '39', '33': '39' }[code];
    return { bare: text, codes: `\u001b[${code}m${text}\u001b[${off}m` };
  });
const line = fc.array(styled, { maxLength: 4 }).map((parts) => ({
  bare: parts.map((part) => part.bare).join(''),
  codes: parts.map((part) => part.codes).join(''),
}));
const frame = fc.array(line, { minLength: 1, maxLength: 8 });
const size = fc.record({
  columns: fc.integer({ min: 60, max: 90 }),
  rows: fc.integer({ min: 1, max: 12 }),
});
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ frame }) },
  { weight: 1, arbitrary: fc.record({ size }) },
);

test('property: what the terminal shows is the newest frame, also after resizes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(deed, { minLength: 1, maxLength: 10 }),
      frame,
      async (deeds, last) => {
        const output = new ScreenOutput(70, 8);
        const painter = createPainter(output);
        painter.enter();
        for (const each of deeds) {
          if ('size' in each) output.resize(each.size.columns, each.size.rows);
          else painter.paint(each.frame.map(({ codes }) => codes).join('\n'));
        }
        const codes = last.map((row) => row.codes).join('\n');
        painter.paint(codes);
        const bare = last.map((row) => row.bare).join('\n');
        expect(await output.shown()).toBe(clean(bare, output.rows));

        const fresh = new ScreenOutput(output.columns, output.rows);
        const freshPainter = createPainter(fresh);
        freshPainter.enter();
        freshPainter.paint(codes);
        expect(await output.styles()).toBe(await fresh.styles());
      },
    ),
    { numRuns: runs(120) },
  );
});

/** Cells each with its own style, so that a few of them change and the others between them do not. */
const styledCell = fc
  .tuple(
    fc.constantFrom('', '1', '2', '7', '1;7', '31', '1;32', '7;33', '90'),
    fc.constantFrom(' ', ' ', 'a', '█', '⣠', '力'),
  )
  .map(([codes, text]) => (codes === '' ? text : `\u001b[${codes}m${text}\u001b[0m`));
const cellRow = fc.array(fc.tuple(styledCell, fc.integer({ min: 1, max: 12 })), {
  minLength: 1,
  maxLength: 6,
});
const replacements = fc.array(fc.tuple(fc.nat({ max: 45 }), styledCell), { maxLength: 5 });

test('property: a row of which some cells changed shows the characters and colours of the whole row', async () => {
  await fc.assert(
    fc.asyncProperty(
      cellRow,
      fc.array(replacements, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 8, max: 40 }),
      fc.boolean(),
      async (runs, steps, columns, isWide) => {
        let cells = runs.flatMap(([cell, times]) => Array<string>(times).fill(cell));
        const rowOf = (): string =>
          cells
            .slice(0, columns)
            .map((cell) => (isWide ? cell : cell.replace('力', 'l')))
            .slice(0, isWide ? columns / 2 : columns)
            .join('');
        const output = new ScreenOutput(columns, 2);
        const painter = createPainter(output);
        painter.enter();
        painter.paint(rowOf());
        for (const step of steps) {
          for (const [at, cell] of step) cells = at < cells.length ? cells.with(at, cell) : cells;
          painter.paint(rowOf());
        }
        const whole = new ScreenOutput(columns, 2);
        whole.write(rowOf());
        expect(await output.styles()).toBe(await whole.styles());
        expect(await output.shown()).toBe(await whole.shown());
      },
    ),
    { numRuns: runs(300) },
  );
});

test('unchanged cells between two changes are stepped over where that is shorter', () => {
  const output = new ScreenOutput(80, 24);
  const painter = createPainter(output);
  painter.enter();
  const bars = '█'.repeat(20);
  painter.paint(`\u001b[1m7${bars}7\u001b[0m 7 7\n${' '.repeat(70)}end`);
  output.written = '';
  painter.paint(`\u001b[1m8${bars}8\u001b[0m 8 7`);
  const changes = '\u001b[1;1H\u001b[1m8\u001b[20C8 \u001b[0m8\u001b[2;1H\u001b[K';
  expect(output.written).toBe(`\u001b[?2026h\u001b[?7l${changes}\u001b[?7h\u001b[?2026l`);
});

test('a frame that did not change writes nothing, a changed character little', () => {
  const output = new ScreenOutput(80, 24);
  const painter = createPainter(output);
  painter.enter();
  const lines = Array.from({ length: 24 }, (_, row) => `row ${row} `.repeat(8));
  painter.paint(lines.join('\n'));
  output.written = '';
  painter.paint(lines.join('\n'));
  expect(output.written).toBe('');
  painter.paint(lines.with(3, `${lines[3]}!`).join('\n'));
  expect(output.written).toBe('\u001b[?2026h\u001b[?7l\u001b[4;49H!\u001b[?7h\u001b[?2026l');
});

test('the screen is cleared on entering and after a resize only, the scrollback never', () => {
  const output = new ScreenOutput(40, 5);
  const painter = createPainter(output);
  painter.enter();
  for (let count = 0; count < 20; count += 1) painter.paint(`count ${count}\nsecond`);
  expect(output.written.split('\u001b[2J').length - 1).toBe(1);
  output.resize(50, 6);
  for (let count = 0; count < 20; count += 1) painter.paint(`count ${count}\nsecond`);
  expect(output.written.split('\u001b[2J').length - 1).toBe(2);
  painter.leave();
  expect(output.written).not.toContain('\u001b[3J');
});

test('leaving twice gives the terminal back once, and nothing is painted afterwards', async () => {
  const output = new ScreenOutput(40, 5);
  output.terminal.write('before\r\n');
  const painter = createPainter(output);
  painter.enter();
  painter.paint('inside');
  painter.leave();
  painter.leave();
  painter.paint('late');
  expect(output.written.split('\u001b[?1049l').length - 1).toBe(1);
  expect(output.written.endsWith('\u001b[?2004l\u001b[?7h\u001b[?25h\u001b[?1049l')).toBe(true);
  expect(await output.shown()).toBe('before\n\n\n\n');
  expect(output.listenerCount('drain') + output.listenerCount('resize')).toBe(0);
});

test('A8: while the terminal does not read, frames are skipped and the newest is painted', async () => {
  const output = new ScreenOutput(40, 3);
  const painter = createPainter(output);
  painter.enter();
  painter.paint('first');
  output.writableNeedDrain = true;
  const length = output.written.length;
  for (let count = 0; count < 1000; count += 1) painter.paint(`skipped ${count}`);
  painter.paint('newest');
  expect(output.written.length).toBe(length);
  output.writableNeedDrain = false;
  output.emit('drain');
  expect(await output.shown()).toBe('newest\n\n');
  expect(output.written).not.toContain('skipped');
});
