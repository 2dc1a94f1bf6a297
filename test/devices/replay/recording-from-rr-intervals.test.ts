import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { recordingFromRrIntervals } from '../../../devices/replay/recording-from-rr-intervals.ts';
import { replay } from '../../../devices/replay/replay.ts';
import { linksOf, measurementsOf, observe } from '../observed.ts';

const RAMP = new URL('../../../../shared/data/ramp-and-recovery.rr.txt', import.meta.url);

type Row = readonly [atMs: number, bpm: number, rrIntervalsMs: readonly number[]];

function rowsOf(rrIntervalsMs: readonly number[]): Row[] {
  return measurementsOf(recordingFromRrIntervals(rrIntervalsMs, 'rr').signals).map(
    ({ atMs, measurement }) => [atMs, measurement.bpm, measurement.rrIntervalsMs],
  );
}

/** The rule of §8 read word for word, second by second, with no thought of speed. */
function rowsByTheRule(rrIntervalsMs: readonly number[]): Row[] {
  let sumMs = 0;
  const beats = rrIntervalsMs.map((rrMs) => {
    sumMs += rrMs;
    return { rrMs, endMs: sumMs };
  });
  const rows: Row[] = [];
  for (let tMs = 1000; tMs - 1000 < sumMs; tMs += 1000) {
    const endedIn = (spanMs: number): number[] =>
      beats.filter(({ endMs }) => endMs > tMs - spanMs && endMs <= tMs).map(({ rrMs }) => rrMs);
    const recent = endedIn(4000);
    const mean = recent.reduce((a, b) => a + b, 0) / recent.length;
    if (endedIn(1000).length > 0) rows.push([tMs, Math.round(60_000 / mean), endedIn(1000)]);
  }
  return rows;
}

describe('recordingFromRrIntervals', () => {
  test.each<[string, number[], Row[]]>([
    [
      'a beat that ends on the second belongs to it',
      [1000, 1],
      [
        [1000, 60, [1000]],
        [2000, 120, [1]],
      ],
    ],
    [
      'one packet a second',
      [600, 500, 400, 600],
      [
        [1000, 100, [600]],
        [2000, 120, [500, 400]],
        [3000, 114, [600]],
      ],
    ],
    [
      'no packet where none ended',
      [900, 2500],
      [
        [1000, 67, [900]],
        [4000, 35, [2500]],
      ],
    ],
    [
      'bpm of (t − 4 s, t] only',
      [500, 500, 3000, 1000],
      [
        [1000, 120, [500, 500]],
        [4000, 45, [3000]],
        [5000, 30, [1000]],
      ],
    ],
    [
      'RR as they are, unrounded',
      [812.3, 790.07],
      [
        [1000, 74, [812.3]],
        [2000, 75, [790.07]],
      ],
    ],
    ['an RR of 0 is no reading, not infinity', [0, 0], [[0, 0, [0, 0]]]],
    ['nothing at all', [], []],
  ])('§8 %s', (_rule, rrIntervalsMs, rows) => {
    expect(rowsOf(rrIntervalsMs)).toEqual(rows);
  });

  it('§8 agrees with the rule read word for word', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6000 })), (rrIntervalsMs) => {
        expect(rowsOf(rrIntervalsMs)).toEqual(rowsByTheRule(rrIntervalsMs));
      }),
    );
  });

  it('begins connected under its name, knows its source, and ends with its last packet', () => {
    const recording = recordingFromRrIntervals([900, 900], 'morning.rr');
    expect(recording.source).toBe('morning.rr');
    expect(recording.durationMs).toBe(2000);
    expect(recording.signals[0]).toEqual({
      atMs: 0,
      signal: { type: 'link', link: { status: 'connected', name: 'morning.rr' } },
    });
  });

  it('ends on any numbers, also those no heart makes', () => {
    fc.assert(
      fc.property(fc.array(fc.double()), (rrIntervalsMs) => {
        const sent = rowsOf(rrIntervalsMs).flatMap(([, , rr]) => rr);
        expect(sent).toEqual(rrIntervalsMs);
      }),
    );
  });

  const itWithRamp = it.skipIf(!existsSync(RAMP));
  itWithRamp('§8 replays the real ramp: every RR once, 90 and 100 crossed up and down', () => {
    const rrIntervalsMs = readFileSync(RAMP, 'utf8').trim().split('\n').map(Number);
    const recording = recordingFromRrIntervals(rrIntervalsMs, 'ramp-and-recovery.rr.txt');
    const { signals, completedAtMs } = observe((s) => replay(recording, s), Infinity);
    const measurements = measurementsOf(signals);
    const totalMs = rrIntervalsMs.reduce((a, b) => a + b, 0);

    expect(rrIntervalsMs.length).toBe(2380);
    expect(rowsOf(rrIntervalsMs)).toEqual(rowsByTheRule(rrIntervalsMs));
    expect(measurements.flatMap(({ measurement }) => measurement.rrIntervalsMs)).toEqual(
      rrIntervalsMs,
    );
    expect(linksOf(signals).length).toBe(1);
    expect(completedAtMs).toBe(Math.ceil(totalMs / 1000) * 1000);
    const bpms = measurements.map(({ measurement }) => measurement.bpm);
    expect(Math.max(...bpms)).toBeGreaterThan(180);
    const peak = bpms.indexOf(Math.max(...bpms));
    for (const line of [90, 100]) {
      expect(Math.min(...bpms.slice(0, peak))).toBeLessThan(line);
      expect(Math.min(...bpms.slice(peak))).toBeLessThan(line);
    }
  });
});
if (!existsSync(RAMP)) console.warn('No shared/data beside the project: the real ramp is skipped.');
