import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/review/hrv/analysis.ts';
import { seriesFromFacts } from '../../src/review/hrv/series-from-facts.ts';
import { shownTo, summarize } from '../../src/review/summary.ts';
import { isUnavailable } from '../../src/review/unavailable.ts';
import type { Fact } from '../../src/session/facts.ts';
import type { Input } from '../../src/session/input.ts';
import {
  headerOf,
  linkLost,
  measured as measuredInput,
  openHeader,
  plainRoutine,
  press,
  tell,
} from '../session/story.ts';
import {
  began,
  cooling,
  distrusted,
  ended,
  happened,
  journal,
  measured,
  over,
  routineOf,
  steady,
  trust,
} from './journal-facts.ts';

describe('the summary of a session', () => {
  test('is exactly the documented JSON', () => {
    const facts = journal(
      measured(1, 80),
      trust(1, 'live'),
      began(2),
      steady(84, 2, 12),
      ended(12, 'done'),
      cooling(12),
      distrusted(12.5, 250),
      measured(13, 80),
      over(14),
    );
    const short = { unavailable: 'the session ended less than 65 s after it' };
    expect(summarize(headerOf(routineOf('light')), facts)).toEqual({
      schema: 'pulsepace/session-summary/1',
      id: 'story',
      routine: 'efforts',
      routineName: 'Efforts',
      source: 'strap',
      sensor: 'a strap of the story',
      startedAt: '2026-11-22T07:00:00.000Z',
      utcOffsetMinutes: 60,
      durationS: 14,
      endReason: 'completed',
      limits: { cautionBpm: 90, limitBpm: 100 },
      laps: [
        {
          step: 'light-1',
          name: 'Step 1, light',
          startS: 2,
          endS: 12,
          averageBpm: 84,
          maxBpm: 84,
          riseBpm: 0,
          outcome: 'done',
          interruptions: [],
        },
      ],
      zonesS: { easy: 13, caution: 0, over: 0 },
      warnings: [],
      gaps: [{ startS: 0, endS: 1, reason: 'searching' }],
      coveragePercent: 92.9,
      recovery: {
        effortEndS: 12,
        effortEndBpm: 84,
        hrr60Bpm: short,
        hrr120Bpm: { unavailable: 'the session ended less than 125 s after it' },
      },
      rest: {
        restingBpm: { unavailable: 'no rest was measured to its end' },
        rmssdMs: { unavailable: 'no rest was measured to its end' },
        artefactPercent: { unavailable: 'no rest was measured to its end' },
        quality: { unavailable: 'no rest was measured to its end' },
        respirationPerMin: { unavailable: 'no rest was measured to its end' },
      },
      measurements: 13,
    });
  });

  test('of a journal without an end is interrupted at its last fact, the lap cut off there', () => {
    const summary = summarize(headerOf(routineOf('light')), journal(began(0), steady(80, 0, 21)));
    expect(summary).toMatchObject({ endReason: 'interrupted', durationS: 20 });
    expect(summary.laps).toMatchObject([{ startS: 0, endS: 20, outcome: 'interrupted' }]);
  });

  test('of a journal with a header alone gives reasons, not zeros', () => {
    const summary = summarize(openHeader(), []);
    expect(summary.coveragePercent).toEqual({ unavailable: 'the session has no length' });
    expect(summary.recovery.hrr60Bpm).toEqual({
      unavailable: 'no effort of light or more was done',
    });
    expect(summary).toMatchObject({ durationS: 0, laps: [], gaps: [], measurements: 0 });
  });

  test('leaves what was appended after the end out of the sums', () => {
    const facts = [
      ...journal(happened(0, 'open-began'), steady(80, 0, 10), over(10)),
      measured(50, 200),
    ];
    expect(summarize(openHeader(), facts)).toMatchObject({
      durationS: 10,
      measurements: 10,
      zonesS: { easy: 10, over: 0 },
    });
  });

  test('counts each value by the limits of its time', () => {
    const limits = {
      cautionBpm: 95,
      limitBpm: 105,
      cautionOrigin: 'key',
      limitOrigin: 'key',
    } as const;
    const facts: Fact[] = journal(
      steady(92, 0, 10),
      { type: 'limits-changed', atMs: 10_000, limits },
      steady(92, 10, 20),
      over(20),
    );
    const summary = summarize(openHeader(), facts);
    expect(summary.zonesS).toEqual({ easy: 10, caution: 10, over: 0 });
    expect(summary.limits).toEqual({ cautionBpm: 90, limitBpm: 100 });
    expect(summary.laterLimits).toEqual([{ atS: 10, cautionBpm: 95, limitBpm: 105 }]);
  });

  test('of an open session has one lap, until the cool-down', () => {
    const facts = journal(happened(0, 'open-began'), steady(80, 0, 200), cooling(60), over(200));
    expect(summarize(openHeader(), facts).laps).toMatchObject([
      { step: 'open', startS: 0, endS: 60, averageBpm: 80, outcome: 'done' },
    ]);
  });

  test('reads each fact the same few times, whether of two hours or of eight', () => {
    const readsIn = (hours: number): number => {
      let reads = 0;
      const facts = journal(
        happened(0, 'open-began'),
        steady(80, 0, hours * 3600),
        over(hours * 3600),
      ).map((fact) => {
        const { type } = fact;
        const get = () => {
          reads += 1;
          return type;
        };
        return Object.defineProperty({ ...fact }, 'type', { get, enumerable: true });
      });
      summarize(openHeader(), facts);
      return reads;
    };
    const [two, eight] = [readsIn(2), readsIn(8)];
    expect(two).toBeGreaterThan(2 * 3600);
    expect(eight).toBeLessThan(4.1 * two);
  });
});

const act = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ kind: fc.constant('beat'), bpm: fc.integer({ min: 60, max: 130 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('beat'), bpm: fc.constant(0) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('link'), bpm: fc.constant(0) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('pause', 'next', 'discomfort', 'end'),
      bpm: fc.constant(0),
    }),
  },
);
const course = fc.array(
  fc.tuple(act, fc.oneof(fc.constant(1), fc.constantFrom(0.3, 2, 4, 5, 5.5, 7, 25))),
  { minLength: 1, maxLength: 150 },
);

function inputsOf(acts: readonly (readonly [{ kind: string; bpm: number }, number])[]): Input[] {
  let atDs = 0;
  return acts.map(([{ kind, bpm }, waitS]) => {
    atDs += Math.round(waitS * 10);
    const atS = atDs / 10;
    if (kind === 'beat') return measuredInput(atDs * 100, bpm);
    if (kind === 'link') return linkLost(atS);
    return press(atS, kind as 'pause' | 'next' | 'discomfort' | 'end');
  });
}

/** Counted moment by moment, a tenth of a second at a time, by the words of the rule. */
function countedS(
  facts: readonly Fact[],
  endMs: number,
): Record<'easy' | 'caution' | 'over', number> {
  const counts = { easy: 0, caution: 0, over: 0 };
  for (let atMs = 0; atMs < endMs; atMs += 100) {
    const before = facts.filter((fact) => fact.atMs <= atMs);
    const value = before.findLast(
      (fact) => fact.type === 'measured' && fact.distrust === undefined,
    );
    const lost = before.findLast(
      (fact) => fact.type === 'trust-changed' && fact.trust !== 'live' && fact.trust !== 'late',
    );
    const known = value?.type === 'measured' && atMs - value.atMs < 6000;
    if (!known || (lost !== undefined && facts.indexOf(lost) > facts.indexOf(value))) continue;
    if (value.bpm < 90) counts.easy += 1;
    else if (value.bpm <= 100) counts.caution += 1;
    else counts.over += 1;
  }
  return counts;
}

describe('laws of the summary, over random hearts, sensors that fail and random keys', () => {
  test('zone seconds are what a count moment by moment gives, and with the gaps they are the whole session', () => {
    fc.assert(
      fc.property(course, (acts) => {
        const header = headerOf(plainRoutine(2));
        const { facts } = tell(header, inputsOf(acts));
        const summary = summarize(header, facts);
        const endMs = Math.floor(summary.durationS * 10) * 100;
        const counted = countedS(facts, endMs);
        const { easy, caution, over: above } = summary.zonesS;
        expect(Math.abs(easy - counted.easy / 10)).toBeLessThan(0.11);
        expect(Math.abs(caution - counted.caution / 10)).toBeLessThan(0.11);
        expect(Math.abs(above - counted.over / 10)).toBeLessThan(0.11);
        const unknownS = summary.gaps.reduce((sum, { startS, endS }) => sum + endS - startS, 0);
        expect(easy + caution + above + unknownS).toBeCloseTo(summary.durationS, 2);
      }),
      { numRuns: 60 },
    );
  });

  test('laps and gaps lie within the session one after the other, warnings in order and apart at each level', () => {
    fc.assert(
      fc.property(course, fc.boolean(), (acts, isOpen) => {
        const header = isOpen ? openHeader() : headerOf(plainRoutine(3));
        const { laps, gaps, warnings, durationS } = summarize(
          header,
          tell(header, inputsOf(acts)).facts,
        );
        apart(laps, durationS);
        apart(gaps, durationS);
        for (const lap of laps) apart(lap.interruptions, lap.endS, lap.startS);
        for (const level of ['caution', 'over']) {
          apart(
            warnings.filter((warning) => warning.level === level),
            durationS,
          );
        }
        expect(warnings.map(({ startS }) => startS)).toEqual(
          warnings.map(({ startS }) => startS).sort((a, b) => a - b),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('the average of a lap is no more than its highest, and both are known or neither', () => {
    fc.assert(
      fc.property(course, (acts) => {
        const header = headerOf(plainRoutine(3));
        for (const lap of summarize(header, tell(header, inputsOf(acts)).facts).laps) {
          expect(isUnavailable(lap.averageBpm)).toBe(isUnavailable(lap.maxBpm));
          if (isUnavailable(lap.averageBpm)) continue;
          expect(lap.averageBpm).toBeLessThanOrEqual(Number(lap.maxBpm));
        }
      }),
    );
  });

  test('no value is ever NaN, infinite or null', () => {
    fc.assert(
      fc.property(course, fc.nat(400), (acts, kept) => {
        const header = headerOf(plainRoutine(2));
        const facts = tell(header, inputsOf(acts)).facts.slice(0, kept);
        expect(JSON.stringify(summarize(header, facts))).not.toContain('null');
      }),
    );
  });
});

function apart(
  stretches: readonly { startS: number; endS: number }[],
  endS: number,
  fromS = 0,
): void {
  let freeS = fromS;
  for (const each of stretches) {
    expect(each.startS).toBeGreaterThanOrEqual(freeS);
    expect(each.endS).toBeGreaterThanOrEqual(each.startS);
    freeS = each.endS;
  }
  expect(freeS).toBeLessThanOrEqual(endS);
}

test('a rhythm told irregular shows no variability, by the words of analyse; the pulse at rest stays', () => {
  const beats: Fact[] = Array.from({ length: 60 }, (_, i) => ({
    type: 'measured',
    atMs: 1000 * (i + 1),
    bpm: 60,
    rrIntervalsMs: [1000 + 20 * Math.sin(i)],
  }));
  const summary = summarize(headerOf(plainRoutine()), [
    { type: 'baseline-began', atMs: 0, lengthMs: 61_000 },
    ...beats,
    { type: 'baseline-ended', atMs: 61_000, restingBpm: 60, isRaised: false },
  ]);
  expect(summary.rest.rmssdMs).toBeGreaterThan(0);
  expect(shownTo(undefined, summary)).toBe(summary);
  const { rest } = shownTo(true, summary);
  const windows = { windowS: 600, stepS: 600, isIrregularTold: true };
  const series = seriesFromFacts(beats);
  expect(rest.rmssdMs).toEqual(analyse(series, windows).corrected.rmssdMs);
  expect(rest).toMatchObject({ restingBpm: 60, quality: 'withheld' });
});
