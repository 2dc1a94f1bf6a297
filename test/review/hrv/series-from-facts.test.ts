import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seriesFromFacts } from '../../../src/review/hrv/series-from-facts.ts';
import type { Fact } from '../../../src/session/facts.ts';
import { chance } from './synthetic-heart.ts';

const packet = (atMs: number, rrIntervalsMs: number[], more: Partial<Fact> = {}): Fact =>
  ({ type: 'measured', atMs, bpm: 75, rrIntervalsMs, ...more }) as Fact;

/** One beat of 800 ms a packet from `fromMs`, each late by what `lateMs` says. */
const beats = (count: number, fromMs = 0, lateMs: (beat: number) => number = () => 0): Fact[] =>
  Array.from({ length: count }, (_, i) => packet(fromMs + 800 * (i + 1) + lateMs(i), [800]));

const lengths = (facts: readonly Fact[]): number[] =>
  seriesFromFacts(facts).map(({ rrIntervalsMs }) => rrIntervalsMs.length);

describe('RR intervals of a journal', () => {
  test('are one segment that began before its first packet came', () => {
    expect(seriesFromFacts(beats(50, 5000))).toEqual([
      { startMs: 5000, rrIntervalsMs: Array(50).fill(800) },
    ]);
  });

  test('a link that wanders by two seconds, or delivers late for a few packets, makes no gap', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = chance(seed);
        expect(lengths(beats(200, 0, () => 2000 * random()))).toEqual([200]);
      }),
    );
    expect(lengths(beats(100, 0, (beat) => (beat >= 50 && beat < 54 ? 6000 : 0)))).toEqual([100]);
  });

  test('a step of arrival against beat time that lasts over five packets is a gap, where it began', () => {
    expect(lengths(beats(100, 0, (beat) => (beat >= 50 ? 4000 : 0)))).toEqual([50, 50]);
    const [, second] = seriesFromFacts(beats(100, 0, (beat) => (beat >= 50 ? 4000 : 0)));
    expect(second?.startMs).toBe(50 * 800 + 4000);
    expect(lengths(beats(100, 0, (beat) => (beat >= 50 ? 2400 : 0)))).toEqual([100]);
  });

  test('a slow heart is given three beats', () => {
    const slow = (stepMs: number) =>
      Array.from({ length: 60 }, (_, i) => packet(1500 * (i + 1) + (i >= 30 ? stepMs : 0), [1500]));
    expect(lengths(slow(4000))).toEqual([60]);
    expect(lengths(slow(5000))).toEqual([30, 30]);
  });

  test('a lost link, and values that were not trusted, end a segment', () => {
    const lost: Fact = {
      type: 'link-changed',
      atMs: 8001,
      link: { status: 'lost', reason: 'away' },
    };
    expect(lengths([...beats(10), lost, ...beats(10, 8100)])).toEqual([10, 10]);
    const denied = packet(8400, [800], { distrust: 'no-contact' });
    expect(lengths([...beats(10), denied, ...beats(10, 8500)])).toEqual([10, 10]);
  });

  test('packets without intervals, news of a link that holds, and what comes after the end change nothing', () => {
    const news: Fact = {
      type: 'link-changed',
      atMs: 8001,
      link: { status: 'connected', name: 'strap', batteryPercent: 80 },
    };
    const end: Fact = { type: 'session-ended', atMs: 16_100, reason: 'completed' };
    const facts = [
      ...beats(10),
      packet(8000, []),
      news,
      ...beats(10, 8000),
      end,
      ...beats(5, 17_000),
    ];
    expect(lengths(facts)).toEqual([20]);
  });

  test('no journal, no segments', () => {
    expect(seriesFromFacts([])).toEqual([]);
  });
});
