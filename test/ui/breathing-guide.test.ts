import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breathAt } from '../../src/ui/breathing-guide.ts';

test.each([
  [0, 'breathe in', 4],
  [3999, 'breathe in', 1],
  [4000, 'breathe out', 6],
  [9999, 'breathe out', 1],
  [10_000, 'breathe in', 4],
  [64_500, 'breathe out', 6],
])('§3 after %s ms: %s, %s s left: in for four, out for six', (atMs, word, leftS) => {
  expect(breathAt(atMs)).toMatchObject({ word, leftS });
});

test('property: the bar fills while breathing in and empties while breathing out, never beyond itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (atMs) => {
      const { word, leftS, fill } = breathAt(atMs);
      expect(fill).toBeGreaterThanOrEqual(0);
      expect(fill).toBeLessThanOrEqual(1);
      const later = breathAt(atMs + 1);
      if (later.word === word && later.leftS <= leftS) {
        if (word === 'breathe in') expect(later.fill).toBeGreaterThan(fill);
        else expect(later.fill).toBeLessThan(fill);
      }
    }),
  );
});
