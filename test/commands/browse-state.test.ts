import { expect, test } from 'vitest';
import { type Browsing, beginning, browsed } from '../../src/commands/browse-state.ts';
import type { Typed } from '../../src/ui/key-reader.ts';

const named = (name: Extract<Typed, { type: 'named' }>['name']): Typed => ({ type: 'named', name });
const typed = (keys: string): Typed[] =>
  [...keys].map((character) => ({ type: 'character', character }));
const after = (keys: readonly Typed[], sessions = 5, mostScroll = 20, from: Browsing = beginning) =>
  keys.reduce((step, key) => browsed(step.browsing, key, { sessions, mostScroll }), {
    browsing: from,
  } as ReturnType<typeof browsed>);

test('the selection stays within the list, and a text within its lines', () => {
  expect(after([named('up')]).browsing.selected).toBe(0);
  expect(after([named('page-down')]).browsing.selected).toBe(4);
  expect(after([named('down')], 0).browsing.selected).toBe(0);
  const read = after([named('enter'), named('end'), named('up')]).browsing;
  expect(read.mode).toEqual({ name: 'session', scroll: 19 });
});

test('c marks one, and c on another compares; c on the same unmarks it', () => {
  expect(after([...typed('c'), named('down'), ...typed('c')]).browsing).toMatchObject({
    marked: 0,
    selected: 1,
    mode: { name: 'comparison' },
  });
  expect(after(typed('cc')).browsing.marked).toBeUndefined();
});

test('only y deletes', () => {
  expect(after(typed('xy')).wish).toBe('delete');
  for (const key of 'nxq dY'.replace('Y', '')) expect(after(typed(`x${key}`)).wish).toBeUndefined();
  expect(after([...typed('x'), named('enter')]).wish).toBeUndefined();
});

test('a note is what was typed, and an empty one is none', () => {
  expect(after([...typed('nhix'), named('backspace'), named('enter')]).wish).toEqual({
    note: 'hi',
  });
  expect(after([...typed('n '), named('enter')]).wish).toBeUndefined();
  expect(after(typed('nq')).browsing.mode).toEqual({ name: 'note', text: 'q' });
  const pasted: Typed = { type: 'pasted', text: 'left\r\nknee\u0003' };
  expect(after([...typed('n'), pasted]).browsing.mode).toEqual({
    name: 'note',
    text: 'left knee ',
  });
  expect(after([pasted]).browsing).toEqual(beginning);
});

test('in an empty list nothing can be opened, and q leaves', () => {
  for (const key of 'cnx') expect(after(typed(key), 0).browsing.mode.name).toBe('list');
  expect(after(typed('q'), 0).wish).toBe('leave');
});
