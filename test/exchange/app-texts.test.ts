import { describe, expect, test } from 'vitest';
import { ExchangeError } from '../../src/exchange/exchange-error.ts';
import { readForeign } from '../../src/exchange/read-file.ts';

const read = (text: string) => readForeign(Buffer.from(text));
const beatsOf = (text: string): number[] =>
  read(text).session.points.flatMap(({ rrIntervalsMs }) => rrIntervalsMs);
const localIso = (text: string): string => new Date(text).toISOString();

describe('texts of other apps, told by what is in them', () => {
  test('HRV Logger: date, rr, since start', () => {
    const text =
      'date,rr,since start\n2025-03-15 09:00:15.123,823,0\n2025-03-15 09:00:15.946,812,823\n';
    const { session, format, damage } = read(text);
    expect([format, damage]).toEqual(['HRV Logger', []]);
    expect(beatsOf(text)).toEqual([823, 812]);
    expect(session.startedAt).toBe(localIso('2025-03-15T09:00:14.300'));
  });

  test('HRV Logger, newer: timestamp in ms since 1970, with spaces', () => {
    const text =
      'timestamp, rr, since_start\r\n1742029215123, 823, 0\r\n1742029215946, 812, 823\r\n';
    expect(beatsOf(text)).toEqual([823, 812]);
    expect(read(text).session.startedAt).toBe('2025-03-15T09:00:14.300Z');
  });

  test('Polar Sensor Logger: RR intervals, and pulses', () => {
    const rr =
      'Phone timestamp;RR-interval [ms]\n2021-05-03T09:24:22.123;812\n2021-05-03T09:24:22.940;817\n';
    expect([read(rr).format, beatsOf(rr)]).toEqual(['Polar Sensor Logger', [812, 817]]);
    const hr =
      'Phone timestamp;HR [bpm];HRV [ms];Breathing interval [rpm];\n2021-05-03T09:24:22.000;71;;;\n2021-05-03T09:24:23.000;72;;;\n';
    expect(read(hr).session.points).toEqual([
      { atMs: 0, bpm: 71, rrIntervalsMs: [] },
      { atMs: 1000, bpm: 72, rrIntervalsMs: [] },
    ]);
  });

  test('Polar Sensor Logger with a time of day alone, over midnight', () => {
    const text =
      'Phone timestamp;RR-interval [ms]\n23:59:59.500;800\n00:00:00.300;790\n00:00:01.090;810\n';
    const { session } = read(text);
    expect(session.points.at(-1)?.atMs).toBe(3000);
    expect(beatsOf(text)).toEqual([800, 790, 810]);
  });

  test('Polar HRM: RR intervals where its interval is 238, else pulses', () => {
    const params = '[Params]\r\nVersion=106\r\nDate=20100509\r\nStartTime=09:10:11.0\r\nInterval=';
    const rr = `${params}238\r\n\r\n[Note]\r\nx\r\n\r\n[HRData]\r\n800\r\n810\r\n`;
    expect([read(rr).format, beatsOf(rr)]).toEqual(['Polar HRM', [800, 810]]);
    expect(read(rr).session.startedAt).toBe(localIso('2010-05-09T09:10:11'));
    const hr = `${params}5\r\n[HRData]\r\n71\t0\t0\r\n0\t0\t0\r\n73\t0\t0\r\n`;
    expect(read(hr).session.points.map(({ atMs, bpm }) => [atMs, bpm])).toEqual([
      [0, 71],
      [10_000, 73],
    ]);
  });

  test('Elite HRV and RR text: a number a line, without a start', () => {
    const { session, format } = read('812\n817\n\n823\n');
    expect([format, session.startedAt]).toEqual(['RR text', undefined]);
    expect(session.points).toEqual([
      { atMs: 1000, bpm: 74, rrIntervalsMs: [812] },
      { atMs: 2000, bpm: 74, rrIntervalsMs: [817] },
      { atMs: 3000, bpm: 73, rrIntervalsMs: [823] },
    ]);
  });

  test('lines that make no sense are left out and told', () => {
    expect(read('812\nx\n817\n820\n').damage).toEqual([
      '1 of its lines are no RR interval in ms, the first is line 2',
    ]);
    const torn = 'date,rr,since start\n2025-03-15 09:00:15.123,823,0\n2025-03-15 09:0';
    expect(read(torn).damage).toEqual(['1 of its rows make no sense and were left out']);
  });

  test('a day that no month has is no time, but a leap day is one', () => {
    const on = (day: string): string => `date,rr,since start\n${day} 09:00:15.123,823,0\n`;
    expect(() => read(on('2026-02-29'))).toThrow(ExchangeError);
    expect(read(on('2028-02-29')).session.startedAt).toBe(localIso('2028-02-29T09:00:14.300'));
  });

  test('Polar HRM with an interval of days is refused', () => {
    const text = '[Params]\nVersion=106\nInterval=90000000\n[HRData]\n71\n72\n';
    expect(() => read(text)).toThrow(ExchangeError);
  });

  test('a row of another month is none of the session', () => {
    const text =
      'date,rr,since start\n2025-03-15 09:00:15.123,823,0\n2062-03-15 09:00:15.946,812,823\n2025-03-15 09:00:16.700,810,1600\n';
    const { session, damage } = read(text);
    expect(damage).toEqual(['1 of its rows make no sense and were left out']);
    expect(session.endMs).toBeLessThan(5000);
  });

  test.each([
    [
      'seconds',
      '0.812\n0.817\n0.823\n',
      /0\.817, which is no RR interval in ms: these look like sec/,
    ],
    ['pulses', '72\n73\n74\n', /its usual number is 73, which is no RR interval in ms$/],
    ['µs', '50000\n51000\n52000\n', /51000/],
  ])('a list of %s is no RR text, and says why', (_name, text, why) => {
    expect(() => read(text)).toThrow(why);
  });

  test.each([
    ['nothing', ''],
    ['prose', 'Dear diary,\ntoday I walked.\n'],
    ['GPX', '<?xml version="1.0"?><gpx version="1.1"></gpx>'],
    ['other XML', '<html></html>'],
    ['a header without rows', 'date,rr,since start\n'],
  ])('%s is refused', (_name, text) => {
    expect(() => read(text)).toThrow(ExchangeError);
  });

  test('bytes that are no text are refused', () => {
    expect(() => readForeign(Uint8Array.from([0xff, 0xfe, 0, 1, 2]))).toThrow(ExchangeError);
  });
});
