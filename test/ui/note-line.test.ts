import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellWidth } from '../../src/ui/cell-width.ts';
import { createKeyReader } from '../../src/ui/key-reader.ts';
import { createNoteLine } from '../../src/ui/note-line.ts';
import { anyCharacter } from '../any-character.ts';
import { runs } from '../runs.ts';
import { bareLook, frameOf, settings } from './frame.tsx';
import { moments } from './story.ts';

/** What is in an open line, and what it has stored, after keys that come one by one. */
function typed(...keys: readonly string[]) {
  const stored: string[] = [];
  const line = createNoteLine((text) => stored.push(text));
  const read = createKeyReader();
  const passed: string[] = [];
  line.open();
  for (const [index, key] of keys.entries()) {
    for (const each of read(key, index * 200)) if (!line.take(each)) passed.push(each.type);
  }
  return { text: line.text(), stored, passed, line };
}

test('characters go into the line, Backspace takes the last, Ctrl-U all, Enter stores and closes', () => {
  expect(typed('d', 'q', 'u').text).toBe('dqu');
  expect(typed('n', 'o', '\u007f', 'é', '力').text).toBe('né力');
  expect(typed('n', 'o', '\u0015', 'y').text).toBe('y');
  expect(typed('n', 'o', ' ', '\r')).toMatchObject({ text: undefined, stored: ['no '] });
});

test('an empty Enter closes, and a closed line takes no key', () => {
  expect(typed('\r', 'd')).toMatchObject({ text: undefined, stored: [''], passed: ['character'] });
});

test('ESC and arrows discard nothing; Ctrl-C and Ctrl-Z are the process’s', () => {
  const after = typed('h', 'i', '\u001b', '\u001b[D', '\u0003', '\u001a');
  expect(after).toMatchObject({ text: 'hi', stored: [], passed: ['interrupt', 'suspend'] });
});

test.each([
  ['marked by the terminal', '\u001b[200~left\r\nknee \u001b[31mq\u0003\u202e!\u001b[201~'],
  ['unmarked', 'left\r\nknee \u001b[31mq\u0003\u202e!'],
])('a paste, %s, is text in the line: one line, nothing of it a key', (_, paste) => {
  expect(typed('a', ' ', paste)).toMatchObject({ text: 'a left knee q !', stored: [], passed: [] });
});

test('of 1 MB pasted the line takes what it holds, and a closed line takes nothing', () => {
  const { text, stored } = typed('a', 'quad'.repeat(262_144));
  expect(text).toBe(`a${'quad'.repeat(250)}`.slice(0, 1000));
  expect(stored).toEqual([]);
  expect(typed('\r', 'quad'.repeat(20))).toMatchObject({ text: undefined, passed: ['pasted'] });
});

test('what is being typed is stored when the session closes the line', () => {
  const { line, stored } = typed('h', 'i');
  line.close();
  line.close();
  expect(stored).toEqual(['hi']);
});

test('a line holds a thousand characters, and none that a terminal obeys', () => {
  expect(typed(...Array.from('y'.repeat(1010))).text).toHaveLength(1000);
  expect(typed('a', '\u202e', '\u0085', '\u200b', 'b').text).toBe('ab');
});

const noted = (note: string) => ({ ...settings, note });

test.each([
  ['80x24', [80, 24]],
  ['40x10', [40, 10]],
] as const)(
  'the line stands in the place of the keys at %s, warning and pulse above it',
  async (name, size) => {
    const frame = frameOf(moments.caution(), size, bareLook, noted('left knee clicks '));
    await expect(`${frame}\n`).toMatchFileSnapshot(`frames/note-${name}.txt`);
    const lines = frame.split('\n');
    expect(lines.at(-1)).toMatch(/ks _ *Enter stores, then d/);
    expect(frame).not.toContain('discomfort   a');
    expect(frame).toContain('CAUTION');
    const without = frameOf(moments.caution(), size).split('\n');
    expect(lines.slice(0, -1)).toEqual(without.slice(0, -1));
  },
);

test('an empty line says that Enter closes it; on one row the pulse stays before it', () => {
  expect(frameOf(moments.caution(), [80, 24], bareLook, noted(' '))).toContain('Enter closes');
  expect(frameOf(moments.caution(), [60, 1], bareLook, noted('knee'))).toMatch(
    /CAUTION.*note: knee_/,
  );
});

test('property: whatever is typed, the row fits and holds no control', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: anyCharacter, maxLength: 200 }),
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 1, max: 40 }),
      (text, columns, rows) => {
        const frame = frameOf(moments.rest(), [columns, rows], bareLook, noted(text));
        expect(frame).not.toMatch(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/u);
        for (const line of frame.split('\n')) {
          expect(cellWidth(line)).toBeLessThanOrEqual(columns);
        }
      },
    ),
    { numRuns: runs(60) },
  );
});
