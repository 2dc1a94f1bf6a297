import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { energy, keytelKjPerMinute } from '../../../src/review/load/energy.ts';
import {
  highestPulse,
  highestPulseFormulas,
  karvonenBpm,
} from '../../../src/review/load/highest-pulse.ts';
import {
  intensityZones,
  zonesOfHighest,
  zonesOfReserve,
} from '../../../src/review/load/intensity-zones.ts';
import { banisterLoad, edwardsLoad, type Load } from '../../../src/review/load/training-impulse.ts';
import { trainingLoad } from '../../../src/review/load/training-load.ts';
import type { TrustedSpan } from '../../../src/review/trusted-pulse.ts';
import { isUnavailable } from '../../../src/review/unavailable.ts';

/** Minutes of a steady pulse, one value a second. */
const minutes = (...parts: [minutes: number, bpm: number][]): TrustedSpan[] => {
  let atMs = 0;
  return parts.flatMap(([length, bpm]) =>
    Array.from({ length: length * 60 }, () => {
      const startMs = atMs;
      atMs += 1000;
      return { startMs, endMs: atMs, bpm };
    }),
  );
};
const hour = 3_600_000;
const man = { sex: 'male', restingBpm: 60, highestBpm: 180, ageYears: 40, weightKg: 80 } as const;
const woman = { ...man, sex: 'female', weightKg: 60 } as const;
const load = (value: number, index: Load['index'] = 'edwards'): Load => ({
  index,
  value,
  missingPercent: 0,
  isScaled: false,
});

describe('training impulse', () => {
  test('Banister: minutes × x × k e^(b x), by sex', () => {
    const pulse = minutes([60, 120]);
    expect(banisterLoad(pulse, hour, man)).toMatchObject({
      index: 'banister-men',
      isScaled: false,
    });
    expect(banisterLoad(pulse, hour, man)).toHaveProperty(
      'value',
      expect.closeTo(60 * 0.5 * 0.64 * Math.exp(0.96), 6),
    );
    expect(banisterLoad(pulse, hour, woman)).toHaveProperty(
      'value',
      expect.closeTo(60 * 0.5 * 0.86 * Math.exp(0.835), 6),
    );
  });

  test('is summed over the samples: the mean pulse would say less', () => {
    const mixed = banisterLoad(minutes([30, 80], [30, 160]), hour, man);
    const steady = banisterLoad(minutes([60, 120]), hour, man);
    if (isUnavailable(mixed) || isUnavailable(steady)) throw new Error('both are known');
    expect(mixed.value / steady.value).toBeGreaterThan(1.07);
  });

  test('a pulse below the resting one counts nothing', () => {
    expect(banisterLoad(minutes([60, 50]), hour, man)).toHaveProperty('value', 0);
  });

  test('Edwards: 1 to 5 by tenths of the highest pulse, lower bounds inclusive, below half nothing', () => {
    const pulse = minutes(
      [10, 89],
      [10, 90],
      [10, 108],
      [10, 126],
      [10, 144],
      [10, 162],
      [10, 190],
    );
    expect(edwardsLoad(pulse, 70 * 60_000, man)).toHaveProperty(
      'value',
      expect.closeTo(10 * (1 + 2 + 3 + 4 + 5 + 5), 9),
    );
  });

  test('up to a fifth may be missing; with more the rest stands for all of it, and is marked', () => {
    const pulse = minutes([48, 120]);
    expect(edwardsLoad(pulse, hour, man)).toMatchObject({
      value: expect.closeTo(96, 9),
      isScaled: false,
    });
    const half = edwardsLoad(minutes([30, 120]), hour, man);
    expect(half).toMatchObject({
      value: expect.closeTo(120, 9),
      isScaled: true,
      missingPercent: 50,
    });
  });

  test('says what it needs', () => {
    const { sex: _sex, ...unsexed } = man;
    expect(banisterLoad(minutes([1, 100]), 60_000, unsexed)).toHaveProperty('unavailable');
    expect(banisterLoad(minutes([1, 100]), 60_000, { ...man, highestBpm: 60 })).toHaveProperty(
      'unavailable',
    );
    expect(banisterLoad([], 60_000, man)).toEqual({ unavailable: 'the pulse was never known' });
    expect(edwardsLoad(minutes([1, 100]), 60_000, {})).toHaveProperty('unavailable');
  });
});

describe('CTL, ATL, TSB', () => {
  test('move by 1 − e^(−1/T) of the distance a day, rest days as 0; TSB is of the day before', () => {
    const days = trainingLoad(
      [
        { day: 100, load: load(50) },
        { day: 100, load: load(50) },
      ],
      101,
    );
    if (isUnavailable(days)) throw new Error('it is known');
    const [a42, a7] = [1 - Math.exp(-1 / 42), 1 - Math.exp(-1 / 7)];
    expect(days).toEqual([
      { day: 100, load: 100, ctl: 100 * a42, atl: 100 * a7, tsb: 0, isSettling: true },
      {
        day: 101,
        load: 0,
        ctl: expect.closeTo(100 * a42 * (1 - a42), 12),
        atl: expect.closeTo(100 * a7 * (1 - a7), 12),
        tsb: 100 * a42 - 100 * a7,
        isSettling: true,
      },
    ]);
  });

  test('come to the load itself when it is the same for long; the first 42 days are settling', () => {
    const loads = Array.from({ length: 400 }, (_, day) => ({ day, load: load(70) }));
    const days = trainingLoad(loads, 399);
    if (isUnavailable(days)) throw new Error('it is known');
    expect(days.at(-1)?.ctl).toBeCloseTo(70, 1);
    expect(days.filter(({ isSettling }) => isSettling).length).toBe(42);
  });

  test('are unavailable where loads were counted in different ways, or none is known', () => {
    const mixed = [
      { day: 1, load: load(1) },
      { day: 2, load: load(1, 'banister-men') },
    ];
    expect(trainingLoad(mixed, 3)).toHaveProperty('unavailable');
    expect(trainingLoad([{ day: 1, load: { unavailable: 'no pulse' } }], 3)).toHaveProperty(
      'unavailable',
    );
  });

  test('twice the load is twice each value', () => {
    const some = fc.array(fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 300 })), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(some, (pairs) => {
        const of = (factor: number) =>
          trainingLoad(
            pairs.map(([day, value]) => ({ day, load: load(value * factor) })),
            60,
          );
        const [once, twice] = [of(1), of(2)];
        if (isUnavailable(once) || isUnavailable(twice)) throw new Error('both are known');
        once.forEach(({ ctl, atl, tsb }, i) => {
          expect(twice[i]).toMatchObject({
            ctl: expect.closeTo(2 * ctl, 9),
            atl: expect.closeTo(2 * atl, 9),
            tsb: expect.closeTo(2 * tsb, 9),
          });
        });
      }),
    );
  });
});

describe('energy (Keytel 2005)', () => {
  test('is the published equation', () => {
    expect(keytelKjPerMinute('male', 140, 80, 40)).toBeCloseTo(57.2011, 4);
    expect(keytelKjPerMinute('female', 140, 60, 40)).toBeCloseTo(37.5878, 4);
  });

  test('counts only 57–90 % of the highest pulse from 90 bpm on, and says what it left out', () => {
    const found = energy(minutes([10, 80], [10, 100], [10, 140], [10, 170]), man);
    expect(found).toMatchObject({ countedS: 600, leftOutS: 1800 });
    expect(found).toHaveProperty('energyKj', expect.closeTo(572.011, 2));
    expect(found).toHaveProperty('energyKcal', expect.closeTo(572.011 / 4.184, 2));
  });

  test('is unavailable outside of what it was made on', () => {
    const pulse = minutes([10, 140]);
    expect(energy(pulse, { ...man, ageYears: 46 })).toHaveProperty(
      'unavailable',
      expect.stringContaining('outside range'),
    );
    expect(energy(pulse, { ...man, weightKg: 121 })).toHaveProperty('unavailable');
    expect(energy(minutes([10, 70]), man)).toHaveProperty('unavailable');
    expect(energy(pulse, { weightKg: 70 })).toEqual({
      unavailable: 'it needs your sex, age and weight',
    });
  });
});

describe('highest pulse and zones', () => {
  test('formulas by their papers', () => {
    const at40 = Object.fromEntries(
      Object.entries(highestPulseFormulas).map(([name, formula]) => [name, formula(40)]),
    );
    expect(at40).toEqual({
      fox: 180,
      tanaka: 180,
      gellish: 179,
      nes: 185.4,
      gulati: expect.closeTo(170.8, 9),
    });
  });

  test('a measured value comes first', () => {
    expect(highestPulse(171, 40)).toEqual({ bpm: 171, from: 'measured' });
    expect(highestPulse(undefined, 40)).toEqual({ bpm: 180, from: 'tanaka' });
    expect(highestPulse(undefined, undefined)).toBeUndefined();
  });

  test('Karvonen takes shares of the reserve', () => {
    expect(karvonenBpm(0.5, 60, 180)).toBe(120);
    expect(zonesOfReserve(60, 180)).toEqual([120, 132, 144, 156, 168]);
  });

  test('time in each zone, what is not known apart, and a pulse above the highest in the top zone', () => {
    const pulse = minutes([1, 80], [1, 100], [1, 190]);
    expect(intensityZones(pulse, zonesOfHighest(180), 180, 240_000)).toEqual({
      below: 60,
      zones: [60, 0, 0, 0, 60],
      unknown: 60,
      aboveHighest: true,
    });
  });
});
