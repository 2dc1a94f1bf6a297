import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backOff, DEADLINES } from '../../../devices/ble/deadlines.ts';

test('the back-off is 1, 2, 4, 8, then 15 s for ever', () => {
  const waits = [1, 2, 3, 4, 5, 6, 1000].map((failures) => backOff(DEADLINES, failures, 0));
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
});

test('jitter shortens a wait by at most its share and never lengthens it', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      const [full, wait] = [backOff(DEADLINES, failures, 0), backOff(DEADLINES, failures, chance)];
      expect(wait).toBeLessThanOrEqual(full);
      expect(wait).toBeGreaterThanOrEqual(full * (1 - DEADLINES.jitter));
    }),
  );
});
