import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameData } from '../../src/exchange/same-data.ts';

const data = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>(undefined, null, true, 0, -0, 1, Number.NaN, '', '0', 'a', [], {}),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'toString'), tie('value'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
})).value;

test('two values of plain data are the same exactly where Node says so', () => {
  fc.assert(
    fc.property(data, data, (one, other) => {
      expect(sameData(one, other)).toBe(isDeepStrictEqual(one, other));
      expect(sameData(one, structuredClone(one))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [{ a: undefined }, {}],
  [{ a: undefined }, { b: undefined }],
  [{ toString: undefined }, {}],
  [[1, 2], [1]],
  [[[1, 2]], [[1, 3]]],
  [[], {}],
  [{ 0: 1 }, [1]],
  [0, -0],
  [null, {}],
  [{ points: [{ atMs: 1, bpm: 80 }] }, { points: [{ atMs: 1 }] }],
])('%j is not %j', (one, other) => {
  expect([sameData(one, other), sameData(other, one)]).toEqual([false, false]);
});
