import { expect, test } from 'vitest';
import { pickerKeys } from '../../../src/commands/sensors/picker-keys.ts';
import { pickerLines } from '../../../src/commands/sensors/picker-lines.ts';
import { cellWidth } from '../../../src/ui/cell-width.ts';

const straps = Array.from({ length: 30 }, (_, at) => ({
  id: `c${at}`,
  name: `Strap ${at} 腕時計`,
  rssi: -60,
  bars: 4 as const,
}));

test('arrows, digits, y, Enter, s, q and Ctrl-C are keys; a lone ESC and all else mean nothing', () => {
  const typed = '\u001b[A\u001bOB3y\r\nsq\u0003\u001b[C\u001bxz0';
  expect(pickerKeys(typed)).toEqual([
    { type: 'move', by: -1 },
    { type: 'move', by: 1 },
    { type: 'line', number: 3 },
    { type: 'take' },
    { type: 'take' },
    { type: 'search' },
    { type: 'leave' },
    { type: 'interrupt' },
  ]);
  expect(pickerKeys('\u001b')).toEqual([]);
});

test('the list never outgrows the terminal, in height or width', () => {
  for (const [columns, rows] of [
    [80, 24],
    [40, 10],
    [20, 6],
  ] as const) {
    const lines = pickerLines(
      { list: straps, selected: 'c2', preview: '72 bpm' },
      { columns, rows },
    );
    expect(lines.length).toBeLessThan(rows);
    for (const line of lines) expect(cellWidth(line)).toBeLessThan(columns);
  }
});

test('one strap alone can be taken at once; of several one has to be listened to first', () => {
  const keys = (list: typeof straps, selected?: string) =>
    pickerLines({ list, selected, preview: '' }, { columns: 80, rows: 24 }).at(-1);
  expect(keys(straps.slice(0, 1))).toContain('y takes Strap 0');
  expect(keys(straps)).not.toContain('y takes');
  expect(keys(straps, 'c1')).toContain('y takes Strap 1');
});
