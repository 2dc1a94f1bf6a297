import { expect, test } from 'vitest';
import { withoutStyle } from '../../src/ui/cell-width.ts';
import type { Typed } from '../../src/ui/key-reader.ts';
import { menuMeaning, menuRows, movedTo } from '../../src/ui/menu.ts';
import { bareLook } from './frame.tsx';

const items = Array.from({ length: 9 }, (_, index) => ({
  key: String(index + 1),
  label: `line ${index + 1}`,
  about: 'what it is',
}));
type Name = Extract<Typed, { type: 'named' }>['name'];
const named = (name: Name): Typed => ({ type: 'named', name });
const character = (text: string): Typed => ({ type: 'character', character: text });

test('the selected line is always in sight, and marked by a sign, not by colour alone', () => {
  for (let selected = 0; selected < items.length; selected += 1) {
    const rows = menuRows(items, selected, bareLook, { columns: 40, rows: 4 });
    expect(rows).toHaveLength(4);
    const marked = rows.map(withoutStyle).filter((row) => row.startsWith('>'));
    expect(marked).toEqual([expect.stringContaining(`line ${selected + 1} `)]);
  }
});

test('arrows go round, a key of an item leads to it, and none selected begins at either end', () => {
  expect(movedTo(named('down'), items, 8)).toBe(0);
  expect(movedTo(named('up'), items, 0)).toBe(8);
  expect(movedTo(named('down'), items, -1)).toBe(0);
  expect(movedTo(named('up'), items, -1)).toBe(8);
  expect(movedTo(named('end'), items, 2)).toBe(8);
  expect(movedTo(character('3'), items, 8)).toBe(2);
  expect(movedTo(character('z'), items, 8)).toBeUndefined();
  expect(movedTo(named('down'), [], -1)).toBeUndefined();
});

test('a line without a key of its own is not begun by the space bar', () => {
  const tenth = { key: ' ', label: 'line 10', about: 'what it is' };
  expect(movedTo(character(' '), [...items, tenth], 0)).toBeUndefined();
});

test('Enter opens, b and the left arrow go back, q and the end of the input leave; all else means nothing', () => {
  expect([named('enter'), named('right')].map(menuMeaning)).toEqual(['open', 'open']);
  const back = [named('left'), named('backspace'), character('B')];
  expect(back.map(menuMeaning)).toEqual(['back', 'back', 'back']);
  expect([named('end-of-input'), character('q')].map(menuMeaning)).toEqual(['leave', 'leave']);
  expect([named('up'), character('z')].map(menuMeaning)).toEqual([undefined, undefined]);
});
