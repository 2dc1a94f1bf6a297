import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median } from '../../../src/review/hrv/quantile.ts';
import { rollingMedian } from '../../../src/review/hrv/rolling-median.ts';

describe('the rolling median', () => {
  it('is the median of each window, shrunk at both ends, however short the series and however often a value returns', () => {
    const intervals = fc.array(fc.integer({ min: 300, max: 320 }), { maxLength: 60 });
    fc.assert(
      fc.property(intervals, fc.constantFrom(1, 3, 11), (rrMs, width) => {
        const reach = (width - 1) / 2;
        const plainly = rrMs.map((_, at) =>
          median(rrMs.slice(Math.max(0, at - reach), at + reach + 1)),
        );
        expect([...rollingMedian(rrMs, width)]).toEqual(plainly);
      }),
    );
  });
});
