import { describe, expect, test } from 'vitest';
import { sourceLimits } from '../../src/session/limits.ts';
import { limitsSchema } from '../../src/session/limits-schema.ts';

const pair = (cautionBpm: number, limitBpm: number) =>
  limitsSchema.safeParse({ ...sourceLimits, cautionBpm, limitBpm });

describe('A10 the limits', () => {
  test("are the source's 90 and 100, and say so, where nobody chose others", () => {
    expect(limitsSchema.parse(sourceLimits)).toEqual({
      cautionBpm: 90,
      limitBpm: 100,
      cautionOrigin: 'source',
      limitOrigin: 'source',
    });
  });

  test.each([
    [40, 41],
    [219, 220],
    [110, 120],
  ])('%s–%s is a pair', (caution, limit) => expect(pair(caution, limit).success).toBe(true));

  test.each([
    [100, 100],
    [101, 100],
    [39, 100],
    [90, 221],
    [90.5, 100],
    [Number.NaN, 100],
  ])('%s–%s is refused', (caution, limit) => expect(pair(caution, limit).success).toBe(false));

  test('a wrong pair is told why', () => {
    expect(pair(100, 100).error?.issues.map((issue) => issue.message)).toEqual([
      'caution must be lower than the limit',
    ]);
  });
});
