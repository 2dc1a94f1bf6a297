/**
 * FIT of 36 000 records with RR: ours against a hand-written floor each way, and against fit-file-parser's decoding.
 * npm run bench -- fit
 */
import FitParser from 'fit-file-parser';
import type { DatedSession } from '../src/exchange/carried-session.ts';
import { asFitHolds } from '../src/exchange/fit/as-fit-holds.ts';
import { decodeFit } from '../src/exchange/fit/decode-fit.ts';
import { encodeFit } from '../src/exchange/fit/encode-fit.ts';

const records = 36_000;
const rounds = 15;
const headerBytes = 14;

const session: DatedSession = {
  startedAt: '2026-11-22T07:00:00.250Z',
  utcOffsetMinutes: 60,
  endMs: records * 1000,
  title: 'Bench',
  points: Array.from({ length: records }, (_, second) => ({
    atMs: second * 1000 + 0.25,
    bpm: 80 + (second % 12),
    rrIntervalsMs: [750 + (second % 50)],
  })),
  laps: [],
  pauses: [],
  warnings: [],
};

const table = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  return crc;
});

/** The same records and beats into a buffer of the right size, with one checksum, and nothing else. */
function encodeFloor({ points }: DatedSession): Uint8Array {
  const bytes = new Uint8Array(headerBytes + points.length * 17 + 2);
  const view = new DataView(bytes.buffer);
  let at = headerBytes;
  for (const { atMs, bpm = 255, rrIntervalsMs } of points) {
    bytes[at] = 1;
    for (let each = 0; each < 5; each += 1) {
      view.setUint16(at + 1 + each * 2, rrIntervalsMs[each] ?? 0xffff, true);
    }
    bytes[at + 11] = 0;
    view.setUint32(at + 12, 1_164_267_600 + Math.floor(atMs / 1000), true);
    bytes[at + 16] = bpm;
    at += 17;
  }
  view.setUint16(at, crc(bytes, at), true);
  return bytes;
}

function crc(bytes: Uint8Array, to: number): number {
  let value = 0;
  for (let at = 0; at < to; at += 1) {
    value = (value >> 8) ^ (table[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  }
  return value;
}

/** Reads what the floor wrote: times, pulses and beats, with the checksum. */
function decodeFloor(bytes: Uint8Array): { bpm: number; rr: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  crc(bytes, bytes.length - 2);
  const points: { second: number; bpm: number; rr: number[] }[] = [];
  let bpmSum = 0;
  let rrSum = 0;
  for (let at = headerBytes; at + 17 <= bytes.length - 2; at += 17) {
    const rr: number[] = [];
    for (let each = 0; each < 5; each += 1) {
      const ms = view.getUint16(at + 1 + each * 2, true);
      if (ms !== 0xffff) rr.push(ms);
    }
    const bpm = view.getUint8(at + 16);
    points.push({ second: view.getUint32(at + 12, true), bpm, rr });
    bpmSum += bpm;
    rrSum += rr[0] ?? 0;
  }
  return { bpm: bpmSum, rr: rrSum };
}

function sums({ points }: Pick<DatedSession, 'points'>): { bpm: number; rr: number } {
  let bpm = 0;
  let rr = 0;
  for (const point of points) {
    bpm += point.bpm ?? 0;
    for (const ms of point.rrIntervalsMs) rr += ms;
  }
  return { bpm, rr };
}

const bytes = encodeFit(session, 10);
const floorBytes = encodeFloor(session);
const parse = async (): Promise<{ bpm: number; rr: number }> => {
  const read = await new FitParser({ force: false, mode: 'list' }).parseAsync(Buffer.from(bytes));
  const beats = (read.hrv ?? []).flatMap(({ time }) => time as (number | null)[]);
  return {
    bpm: (read.records ?? []).reduce((sum, { heart_rate }) => sum + (heart_rate ?? 0), 0),
    rr: Math.round(beats.reduce<number>((sum, s) => sum + (s ?? 0) * 1000, 0)),
  };
};

const contestants: Readonly<Record<string, () => unknown>> = {
  'encode, floor': () => encodeFloor(session),
  'encode, ours': () => encodeFit(session, 10),
  'decode, floor': () => decodeFloor(floorBytes),
  'decode, ours': () => decodeFit(bytes),
  'decode, fit-file-parser': parse,
};
const taken = new Map(Object.keys(contestants).map((name) => [name, [] as number[]]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, run] of Object.entries(contestants)) {
    const from = performance.now();
    await run();
    taken.get(name)?.push(performance.now() - from);
  }
}
const median = (name: string): number => {
  const sorted = [...(taken.get(name) ?? [])].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
};

const line = (name: string, against: string): string =>
  `${name.padEnd(26)}${median(name).toFixed(2).padStart(9)} ms  ${(median(name) / median(against)).toFixed(2).padStart(6)}x of ${against}`;
const expected = JSON.stringify(sums(asFitHolds(session)));
const values = [sums(decodeFit(bytes).session), await parse(), decodeFloor(floorBytes)];
process.stdout.write(
  `${[
    line('encode, floor', 'encode, floor'),
    line('encode, ours', 'encode, floor'),
    line('decode, floor', 'decode, floor'),
    line('decode, ours', 'decode, floor'),
    line('decode, fit-file-parser', 'decode, ours'),
    `values: ${values.every((each) => JSON.stringify(each) === expected) ? 'all the same' : 'THEY DIFFER'}, ${expected}`,
  ].join('\n')}\n`,
);
