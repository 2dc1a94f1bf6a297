import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepFacts } from '../../src/commands/kept-facts.ts';
import { recordedFacts } from '../journal/samples.ts';

const facts = Array.from({ length: 8 }, () => recordedFacts(240)).flat();

test('whatever portions facts come in, all of them come back, in order', () => {
  expect(facts.length).toBeGreaterThan(1500);
  fc.assert(
    fc.property(fc.array(fc.nat(700), { maxLength: 20 }), (lengths) => {
      const kept = keepFacts();
      let from = 0;
      for (const length of lengths) {
        kept.add(facts.slice(from, from + length));
        from += length;
      }
      expect(kept.all()).toEqual(facts.slice(0, from));
      expect(kept.all()).toEqual(facts.slice(0, from));
    }),
    { numRuns: 30 },
  );
});
