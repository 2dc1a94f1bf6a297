import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellWidth, cutToWidth, fittingParts } from '../../src/ui/cell-width.ts';
import { plainText } from '../../src/ui/plain-text.ts';
import { anyCharacter } from '../any-character.ts';

test('names in any script stay as they are', () => {
  for (const name of ['Polar H10 1A2B', 'Brustgurt Größe L', 'Пульс', '心拍計', 'قلب']) {
    expect(plainText(name)).toBe(name);
  }
});

test('escape sequences go with all they carry', () => {
  expect(plainText('a\u001b[31mb\u001b[0m')).toBe('ab');
  expect(plainText('a\u001b]52;c;c2VjcmV0\u0007b')).toBe('ab');
  expect(plainText('a\u001b]8;;http://x\u001b\\b')).toBe('ab');
  expect(plainText('a\u009b2Jb\u001bcd')).toBe('abd');
});

test('line breaks become spaces; bidi controls, private and joining characters go', () => {
  expect(plainText('one\r\ntwo\tthree')).toBe('one two three');
  expect(plainText('one\t\u0000\ttwo')).toBe('one two');
  expect(plainText('\u202eabc\u2066\u200d\ue000')).toBe('abc');
});

test('a heap of combining marks is cut to two', () => {
  expect(plainText(`x${'\u0323'.repeat(1000)}`).length).toBeLessThanOrEqual(3);
});

test('property: nothing but welcome characters comes out, and never wider than asked', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: anyCharacter }),
      fc.integer({ min: 0, max: 40 }),
      (text, columns) => {
        const plain = plainText(text, columns);
        expect(plain).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
        expect(cellWidth(plain)).toBeLessThanOrEqual(columns);
        expect(plainText(plain, columns)).toBe(plain);
      },
    ),
  );
});

test('a cut is marked, and never splits a wide character', () => {
  expect(cutToWidth('abcdef', 4)).toBe('abc…');
  expect(cutToWidth('心拍計', 4)).toBe('心…');
  expect(cutToWidth('abc', 3)).toBe('abc');
  expect(cutToWidth('abc', 0)).toBe('');
});

test('of parts the last go first', () => {
  expect(fittingParts('of 8 · left, 1 of 2 · 12/min', 20)).toBe('of 8 · left, 1 of 2');
  expect(fittingParts('of 8 · left, 1 of 2 · 12/min', 15)).toBe('of 8 · left');
  expect(fittingParts('of 8 · left', 4)).toBe('of 8');
});
