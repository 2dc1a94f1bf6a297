import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carriedFrom } from '../../../src/exchange/carried-from.ts';
import type { ReadFile } from '../../../src/exchange/carried-session.ts';
import { ExchangeError } from '../../../src/exchange/exchange-error.ts';
import { decodeFit } from '../../../src/exchange/fit/decode-fit.ts';
import { encodeFit } from '../../../src/exchange/fit/encode-fit.ts';
import { importedFacts } from '../../../src/exchange/imported-facts.ts';
import { seriesFromFacts } from '../../../src/review/hrv/series-from-facts.ts';
import { pacedSession } from '../stories.ts';
import { crcByBits } from './golden-cheetah.ts';

const { header, facts } = pacedSession();
const whole = encodeFit(carriedFrom(header, facts), 10);
const data = (name: string): string =>
  fileURLToPath(new URL(`../../../../shared/data/${name}`, import.meta.url));
const walk = data('garmin-fenix-5-walk.fit');
const cutOff = data('activity-unexpected-eof.fit');

const segmentsOf = (bytes: Uint8Array): (readonly number[])[] =>
  seriesFromFacts(importedFacts(decodeFit(bytes).session)).map((each) => [...each.rrIntervalsMs]);

/** What becomes of bytes: what was read, or the refusal; anything else thrown is a fault of ours. */
function outcome(bytes: Uint8Array): ReadFile | ExchangeError {
  try {
    return decodeFit(bytes);
  } catch (error) {
    if (error instanceof ExchangeError) return error;
    throw error;
  }
}

function expectSaid(bytes: Uint8Array): ReadFile | undefined {
  const read = outcome(bytes);
  if (read instanceof ExchangeError) return undefined;
  expect(read.damage.length).toBeGreaterThan(0);
  const times = importedFacts(read.session).map(({ atMs }) => atMs);
  expect(times.every((ms) => Number.isFinite(ms) && ms >= 0)).toBe(true);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  return read;
}

describe.each(
  [['our own file', () => whole]].concat(
    existsSync(walk) ? [['a watch’s file', () => readFileSync(walk)]] : [],
  ) as [string, () => Uint8Array][],
)('damage to %s', (_name, file) => {
  test('64 truncations: the whole records before the cut, and a warning', () => {
    const bytes = file();
    const all = decodeFit(bytes).session.points;
    let most = 0;
    for (let cut = 1; cut <= 64; cut += 1) {
      const length = Math.floor((bytes.length * cut) / 65);
      const read = expectSaid(bytes.subarray(0, length));
      if (read === undefined) continue;
      const { points } = read.session;
      expect(points.length).toBeLessThanOrEqual(all.length);
      expect(points.map(({ bpm }) => bpm)).toEqual(
        all.slice(0, points.length).map(({ bpm }) => bpm),
      );
      most = Math.max(most, points.length);
    }
    expect(most).toBeGreaterThan(all.length / 2);
  });

  test('300 seeded mutations: never silence, never an impossible time', () => {
    const bytes = file();
    const mutation = fc.array(
      fc.tuple(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 })),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(mutation, (changes) => {
        const mutated = Uint8Array.from(bytes);
        const once = new Map(changes);
        for (const [at, by] of once) mutated[at] = (mutated[at] ?? 0) ^ by;
        expectSaid(mutated);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('a wrong checksum is told, and everything is kept', () => {
    const bytes = Uint8Array.from(file());
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 0x55;
    const read = expectSaid(bytes);
    expect(read?.damage).toEqual([
      'its checksum is wrong: something in it has changed since it was written',
    ]);
    expect(read?.session).toEqual(decodeFit(file()).session);
  });

  test.each([0, 1, 40, 2 ** 31, 2 ** 32 - 1])(
    'a length of %i in its header is told as a lie',
    (lie) => {
      const bytes = Uint8Array.from(file());
      new DataView(bytes.buffer).setUint32(4, lie, true);
      const read = expectSaid(bytes);
      expect(read?.session.points).toEqual(decodeFit(file()).session.points);
    },
  );
});

test('any bytes at all are refused or read in part, and nothing else is thrown', () => {
  const signature = Uint8Array.from([14, 32, 0, 0, 0, 1, 0, 0, 0x2e, 0x46, 0x49, 0x54, 0, 0]);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), fc.boolean(), (bytes, isSigned) => {
      expectSaid(isSigned ? Uint8Array.from([...signature, ...bytes]) : bytes);
    }),
    { numRuns: 500 },
  );
});

test('a record whose clock jumps is left out and told; the others stay', () => {
  const bytes = Uint8Array.from(whole);
  const view = new DataView(bytes.buffer);
  const second = Date.parse(header.startedAt) / 1000 - 631_065_600 + 120;
  const at = bytes.findIndex(
    (byte, index) =>
      byte === 0 && index + 6 < bytes.length && view.getUint32(index + 1, true) === second,
  );
  view.setUint32(at + 1, 0x7fff_0000, true);
  view.setUint16(bytes.length - 2, crcByBits(bytes.subarray(0, -2)), true);
  const read = decodeFit(bytes);
  expect(read.damage).toEqual(['1 of its records have times that cannot be']);
  expect(read.session.points.length).toBe(239);
  expect(read.session.endMs).toBe(240_000);
});

describe.skipIf(!existsSync(walk))('real files (skipped where ../shared/data is not there)', () => {
  test('the watch’s walk: 17 records with a mean of 75.352941, 62 RR of 49592 ms, undamaged', () => {
    const { session, records, damage } = decodeFit(readFileSync(walk));
    const pulses = session.points.flatMap(({ bpm }) => bpm ?? []);
    const beats = session.points.flatMap(({ rrIntervalsMs }) => rrIntervalsMs);
    expect([records, pulses.length, Math.min(...pulses), Math.max(...pulses)]).toEqual([
      17, 17, 66, 82,
    ]);
    expect(pulses.reduce((sum, bpm) => sum + bpm, 0) / 17).toBeCloseTo(75.352941, 6);
    expect([beats.length, beats.reduce((sum, ms) => sum + ms, 0)]).toEqual([62, 49_592]);
    expect(damage).toEqual([]);
    expect(session.sport).toBe('walk');
  });

  test('the file without its end: 14 whole records, and a warning', () => {
    const { records, damage } = decodeFit(readFileSync(cutOff));
    expect(records).toBe(14);
    expect(damage).toContain('it is cut off: 756 of its 757 bytes are there');
  });

  test('its RR as segments: one, for the watch sent late but lost none', () => {
    const lengths = segmentsOf(readFileSync(walk)).map(({ length }) => length);
    expect(lengths).toEqual([62]);
  });
});

test('RR segments of ours are parted where the strap was away, and nowhere else', () => {
  const session = carriedFrom(header, facts);
  const beats = session.points.flatMap(({ rrIntervalsMs }) => rrIntervalsMs);
  const unbroken = segmentsOf(encodeFit(session, 10));
  expect(unbroken).toEqual([beats.map(Math.round)]);
  const away = session.points.filter(({ atMs }) => atMs < 60_000 || atMs > 66_000);
  const segments = segmentsOf(encodeFit({ ...session, points: away }, 10));
  expect(segments.length).toBe(2);
  expect(segments.flat()).toEqual(
    away.flatMap(({ rrIntervalsMs }) => rrIntervalsMs.map(Math.round)),
  );
});
