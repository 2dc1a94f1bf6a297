import { describe, expect, test } from 'vitest';
import { Browser, type BrowserProps } from '../../src/ui/browser.tsx';
import { cellWidth } from '../../src/ui/cell-width.ts';
import { bareLook, drawnFrame } from './frame.tsx';

const items = Array.from({ length: 60 }, (_, index) => `${index + 1}  2026-11-22 08:00  Heart`);
const list = { kind: 'list', head: '#  started', items, selected: 30, marked: 29 } as const;
const text = { kind: 'text', lines: items.map((each) => `line ${each}`), scroll: 55 } as const;
const keys = [
  { key: 'Enter', label: 'shows' },
  { key: 'q', label: 'leaves' },
];

const drawn = (shown: BrowserProps['shown'], columns: number, rows: number): string =>
  drawnFrame(
    <Browser
      {...{ columns, rows, keys, shown }}
      look={bareLook}
      title="sessions"
      right="60 sessions"
    />,
  );

describe.each([
  [120, 30],
  [80, 24],
  [40, 10],
  [60, 1],
])('in %d columns and %d rows', (columns, rows) => {
  test.each([
    ['a list', list],
    ['a text', text],
  ] as const)('%s fits, and shows where one is', (name, shown) => {
    const frame = drawn(shown, columns, rows);
    const lines = frame.split('\n');
    expect(lines.length).toBeLessThanOrEqual(rows);
    expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(columns);
    if (name === 'a list') expect(frame).toContain('31  2026');
    else if (rows > 1) expect(frame).toContain('line 60');
  });
});

test('the selected row and the marked one have signs of their own', () => {
  const frame = drawn(list, 40, 10);
  expect(frame).toMatch(/^> 31 /m);
  expect(frame).toMatch(/^= 30 /m);
});
