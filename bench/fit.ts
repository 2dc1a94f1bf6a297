/**
 * FIT of 36 000 records with RR: ours beside a floor written by hand each way, fit-file-writer's encoding and
 * fit-file-parser's decoding. Equal work: all pulses and all RR intervals read back add up to the same.
 * npm run bench -- fit [--rounds N]
 */
import FitParser from 'fit-file-parser';
import type { DatedSession } from '../src/exchange/carried-session.ts';
import { asFitHolds } from '../src/exchange/fit/as-fit-holds.ts';
import { decodeFit } from '../src/exchange/fit/decode-fit.ts';
import { encodeFit } from '../src/exchange/fit/encode-fit.ts';
import { sameWork } from './equal-work.ts';
import { interleaved } from './interleaved.ts';
import { option } from './options.ts';
import { loadPeer, notInstalled, peerFile } from './peer.ts';
import { msText, tell, times } from './row.ts';

const records = 36_000;
const rounds = option('rounds', 15);
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
const parse = async (file: Uint8Array): Promise<{ bpm: number; rr: number }> => {
  const read = await new FitParser({ force: false, mode: 'list' }).parseAsync(Buffer.from(file));
  const beats = (read.hrv ?? []).flatMap(({ time }) => time as (number | null)[]);
  return {
    bpm: (read.records ?? []).reduce((sum, { heart_rate }) => sum + (heart_rate ?? 0), 0),
    rr: Math.round(beats.reduce<number>((sum, s) => sum + (s ?? 0) * 1000, 0)),
  };
};

type Writer = {
  writeMessage(kind: string, values: object, from: unknown, isLast?: boolean): void;
  finish(): DataView;
};
type WriterModule = { readonly FitWriter: new () => Writer & { time(date: Date): number } };

const writerName = '@markw65/fit-file-writer';
const writerFile = peerFile(writerName);
const writer = writerFile === undefined ? undefined : await loadPeer<WriterModule>(writerFile);

const took = await interleaved(
  {
    encodeFloor: () => encodeFloor(session),
    encode: () => encodeFit(session, 10),
    written: writer && (() => writtenBy(writer)),
    decodeFloor: () => decodeFloor(floorBytes),
    decode: () => decodeFit(bytes),
    parse: () => parse(bytes),
  },
  rounds,
);
const equal = sameWork({
  ours: sums(decodeFit(bytes).session),
  held: sums(asFitHolds(session)),
  floor: decodeFloor(floorBytes),
  'fit-file-parser': await parse(bytes),
});
if (took.written !== undefined) {
  const { bpm } = await parse(took.written.value as Uint8Array);
  sameWork({ 'fit-file-writer': bpm, ours: JSON.parse(equal).bpm });
}

tell({
  what: `FIT: encode ${records} records + RR`,
  floor: `by hand ${msText(took.encodeFloor)}`,
  peers: [
    took.written === undefined
      ? notInstalled(writerName)
      : `fit-file-writer, records without their RR ${msText(took.written)}`,
    'Garmin’s SDK is left out: its licence is its own',
  ],
  ours: msText(took.encode),
  ratio: times(took.encode.wallMs / took.encodeFloor.wallMs),
  goal: '≤ 4× the floor',
  reached: took.encode.wallMs <= 4 * took.encodeFloor.wallMs,
  equal,
});
tell({
  what: 'FIT: decode 10 h',
  floor: `by hand ${msText(took.decodeFloor)}`,
  peers: [`fit-file-parser ${msText(took.parse)}`],
  ours: msText(took.decode),
  ratio: `${times(took.decode.wallMs / took.decodeFloor.wallMs)}, ${times(took.decode.wallMs / took.parse.wallMs)} of fit-file-parser`,
  goal: 'fit-file-parser’s, or better',
  reached: took.decode.wallMs <= took.parse.wallMs,
  equal,
});

function writtenBy({ FitWriter }: WriterModule): Uint8Array {
  const fit = new FitWriter();
  const startedMs = Date.parse(session.startedAt);
  const created = fit.time(new Date(startedMs));
  fit.writeMessage('file_id', { type: 'activity', time_created: created }, null, true);
  for (const { atMs, bpm } of session.points) {
    const timestamp = fit.time(new Date(startedMs + atMs));
    fit.writeMessage('record', { timestamp, heart_rate: bpm }, null);
  }
  const view = fit.finish();
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
