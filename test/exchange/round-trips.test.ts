import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import FitParser from 'fit-file-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { carriedFrom } from '../../src/exchange/carried-from.ts';
import type { DatedSession } from '../../src/exchange/carried-session.ts';
import { asCsvHolds } from '../../src/exchange/csv/as-csv-holds.ts';
import { decodeCsv } from '../../src/exchange/csv/decode-csv.ts';
import { encodeCsv } from '../../src/exchange/csv/encode-csv.ts';
import { asFitHolds } from '../../src/exchange/fit/as-fit-holds.ts';
import { decodeFit } from '../../src/exchange/fit/decode-fit.ts';
import { encodeFit } from '../../src/exchange/fit/encode-fit.ts';
import { importedFacts } from '../../src/exchange/imported-facts.ts';
import { decodeSessionJson, encodeSessionJson } from '../../src/exchange/session-json.ts';
import { asTcxHolds } from '../../src/exchange/tcx/as-tcx-holds.ts';
import { decodeTcx } from '../../src/exchange/tcx/decode-tcx.ts';
import { encodeTcx } from '../../src/exchange/tcx/encode-tcx.ts';
import { encodeRrText } from '../../src/exchange/text/decode-rr-text.ts';
import { parseRrText } from '../../src/exchange/text/rr-text.ts';
import { type Fact, factSchema } from '../../src/session/facts.ts';
import type { SessionHeader } from '../../src/session/header.ts';
import { asStored } from '../journal/samples.ts';
import { runs } from '../runs.ts';
import { law } from '../session/random-session.ts';
import { pacedSession } from './stories.ts';

/** As a strap and a real clock give it: RR in 1/1024 s, times with fractions of a ms. */
function asRecorded(fact: Fact): Fact {
  const atMs = fact.atMs * 1.000_137 + 0.37;
  if (fact.type !== 'measured') return { ...fact, atMs };
  return {
    ...fact,
    atMs,
    rrIntervalsMs: fact.rrIntervalsMs.map((ms) => Math.round(ms * 1.024) / 1.024),
  };
}

type Sample = {
  readonly header: SessionHeader;
  readonly facts: readonly Fact[];
  readonly session: DatedSession;
};

/** Compares quickly; the difference is only worked out where there is one. */
function same(read: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(read, expected)) expect(read).toEqual(expected);
}

describe('every random session', () => {
  const samples: Sample[] = [];
  beforeAll(() => {
    law((random, told) => {
      const header = { ...random.header, startedAt: '2026-11-22T07:00:00.637Z' };
      const facts = told.facts.map(asRecorded);
      samples.push({ header, facts, session: carriedFrom(header, facts) });
    });
  }, 60_000);
  const measured = (): Sample[] => samples.filter(({ session }) => session.points.length > 0);

  test('comes back from FIT as FIT can hold it, undamaged', () => {
    for (const { session } of measured()) {
      const read = decodeFit(encodeFit(session, 10));
      expect(read.damage).toEqual([]);
      const { isDemanding: _, ...held } = asFitHolds(session);
      same(read.session, held);
    }
    expect(measured().length).toBeGreaterThan(samples.length / 3);
  });

  test('has its RR intervals in FIT to half a millisecond, by fit-file-parser', async () => {
    for (const { session } of measured()) {
      const parser = new FitParser({ force: false, mode: 'list' });
      const { hrv = [] } = await parser.parseAsync(Buffer.from(encodeFit(session, 10)));
      const read = hrv.flatMap(({ time }) => time as (number | null)[]).filter((s) => s !== null);
      const written = session.points.flatMap(({ rrIntervalsMs }) => rrIntervalsMs);
      expect(read.length).toBe(written.length);
      const furthest = read.map((s, index) => Math.abs(s * 1000 - (written[index] ?? 0)));
      expect(Math.max(0, ...furthest)).toBeLessThanOrEqual(0.5 + 1e-9);
    }
  });

  test('comes back from TCX as TCX can hold it', () => {
    for (const { session } of samples) {
      const read = decodeTcx(encodeTcx(session, 'pulsepace 0.1.0'));
      expect(read.damage).toEqual([]);
      same(read.session, asTcxHolds(session));
    }
  });

  test('comes back from CSV as CSV can hold it', () => {
    for (const { header, facts, session } of samples) {
      const read = decodeCsv(encodeCsv(header, facts));
      expect(read.damage).toEqual([]);
      same(read.session, asCsvHolds(session));
    }
  });

  test('comes back from JSON whole', () => {
    for (const { header, facts } of samples) {
      const read = decodeSessionJson(encodeSessionJson(header, facts));
      same(read, asStored({ header, facts }));
    }
  });

  test('has its RR intervals in RR text', () => {
    for (const { session } of samples) {
      const beats = session.points.flatMap(({ rrIntervalsMs }) => rrIntervalsMs);
      const read = parseRrText(encodeRrText(beats));
      expect(read.badLines).toEqual([]);
      same(
        read.rrIntervalsMs,
        beats.map((ms) => Math.round(ms * 1000) / 1000),
      );
    }
  });

  test('gives facts in order, each as the schema has it, and no warning of anybody else', () => {
    for (const { session } of samples.slice(0, 40)) {
      const facts = importedFacts(session);
      for (const fact of facts) expect(factSchema.safeParse(fact).success).toBe(true);
      const times = facts.map(({ atMs }) => atMs);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(facts.some(({ type }) => type.startsWith('warning-'))).toBe(false);
    }
  });
});

test('a pulse that no heart has is kept and not trusted, unless beats of its own bear it out', () => {
  const point = (atMs: number, bpm: number, rrIntervalsMs: number[] = []) => ({
    atMs,
    bpm,
    rrIntervalsMs,
  });
  const facts = importedFacts({
    endMs: 5000,
    points: [point(1000, 80), point(2000, 5000), point(3000, 0), point(4000, 20, [3000])],
    laps: [],
    pauses: [],
    warnings: [],
  });
  const told = facts.flatMap((fact) =>
    fact.type === 'measured' ? [[fact.bpm, fact.distrust]] : [],
  );
  expect(told).toEqual([
    [80, undefined],
    [5000, 'implausible'],
    [0, 'implausible'],
    [20, undefined],
  ]);
});

test('names of any length and script come back from FIT, TCX and CSV, cut where FIT has no more room', () => {
  const { header, facts } = pacedSession();
  const name = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
    fc.constant('測♥'.repeat(60)),
  );
  fc.assert(
    fc.property(name, name, (first, second) => {
      const steps = header.routine.steps.map((step, index) => ({
        ...step,
        name: index === 0 ? first : second,
      }));
      const named = {
        ...header,
        sensor: second,
        routine: { ...header.routine, name: first, steps },
      };
      const session = carriedFrom(named, facts);
      const { isDemanding: _, ...held } = asFitHolds(session);
      same(decodeFit(encodeFit(session, 10)).session, held);
      same(decodeTcx(encodeTcx(session, 'pulsepace')).session, asTcxHolds(session));
      same(decodeCsv(encodeCsv(named, facts)).session, asCsvHolds(session));
    }),
    { numRuns: runs(60) },
  );
});
