import { expect, test } from 'vitest';
import { numberAt } from '../../../src/exchange/fit/fit-values.ts';

const definition = (size: number, baseType: number) => ({
  global: 0,
  isLittleEndian: true,
  size,
  fields: [{ at: 0, size, baseType }],
  own: new Map(),
});

test.each([1, 2, 4])('all ones in %i bytes are "none", and one less is a number', (size) => {
  const none = new Uint8Array(size).fill(0xff);
  expect(numberAt(none, definition(size, 0x86), 0, 0)).toBeUndefined();
  const highest = Uint8Array.from(none, (byte, at) => (at === 0 ? byte - 1 : byte));
  expect(numberAt(highest, definition(size, 0x86), 0, 0)).toBe(2 ** (8 * size) - 2);
});

test('of the types ending in z the none is 0', () => {
  expect(numberAt(new Uint8Array(4), definition(4, 0x8c), 0, 0)).toBeUndefined();
  expect(numberAt(new Uint8Array(4).fill(0xff), definition(4, 0x8c), 0, 0)).toBe(2 ** 32 - 1);
});
