/**
 * One heart rate packet (0x2A37) to a measurement, beside a reader written by hand for speed alone and incyclist-devices.
 * Equal work: the sums of pulses and RR intervals agree; who is right on the 96 shapes and all truncations is counted.
 * npm run bench -- decode-packet [--rounds N]
 */
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  decodeHeartRateMeasurement,
  type HeartRateMeasurement,
} from '../devices/heart-rate-measurement.ts';
import { sameWork } from './equal-work.ts';
import { interleaved } from './interleaved.ts';
import { option } from './options.ts';
import { packets, usualPackets } from './packets.ts';
import { loadPeer, notInstalled, peerFile } from './peer.ts';
import { tell, times } from './row.ts';

type Decode = (bytes: Uint8Array) => HeartRateMeasurement | undefined;
type Incyclist = {
  readonly parseHrm: (bytes: Uint8Array) => { heartrate?: number; rr?: number };
};

const repeats = 4000;
const name = 'incyclist-devices';
const incyclist = await loadIncyclist();

const took = await interleaved(
  {
    floor: () => summed(floor),
    ours: () => summed(decodeHeartRateMeasurement),
    incyclist: incyclist && (() => summed(incyclist)),
  },
  option('rounds', 31),
);

const nsOf = ({ wallMs }: { readonly wallMs: number }): number =>
  (wallMs * 1e6) / (repeats * usualPackets.length);
const rightOf = (decode: Decode): string =>
  `${packets.filter(({ bytes, means }) => isRight(decode, bytes, means)).length} of 96, ${truncations(decode)}`;
const right = rightOf(decodeHeartRateMeasurement);
if (!right.startsWith('96 ') || right.includes('wrong'))
  throw new Error(`Ours is right on ${right}.`);

tell({
  what: 'decode one packet',
  floor: `by hand ${nsOf(took.floor).toFixed(0)} ns`,
  peers: [
    took.incyclist && incyclist
      ? `${name} ${nsOf(took.incyclist).toFixed(0)} ns, right on ${rightOf(incyclist)}`
      : notInstalled(name),
  ],
  ours: `${nsOf(took.ours).toFixed(0)} ns, right on ${right}`,
  ratio: times(took.ours.wallMs / took.floor.wallMs),
  goal: '≤ 2× the floor (62 ns where it is 31), right on all 96 and all truncations',
  reached: took.ours.wallMs <= 2 * took.floor.wallMs,
  equal: sameWork({ floor: took.floor.value, ours: took.ours.value }),
});

function summed(decode: Decode): { readonly bpm: number; readonly rrMs: number } {
  let bpm = 0;
  let rrMs = 0;
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const bytes of usualPackets) {
      const measurement = decode(bytes);
      if (measurement === undefined) continue;
      bpm += measurement.bpm;
      for (const each of measurement.rrIntervalsMs) rrMs += each;
    }
  }
  return { bpm, rrMs };
}

/** The same fields in as few steps as there are; nothing is checked, so a packet cut short is read wrongly. */
function floor(bytes: Uint8Array): HeartRateMeasurement {
  const flags = bytes[0] as number;
  let at = 2;
  let bpm = bytes[1] as number;
  if (flags & 1) {
    bpm |= (bytes[2] as number) << 8;
    at = 3;
  }
  let energyKj = 0;
  if (flags & 8) {
    energyKj = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
    at += 2;
  }
  const rrIntervalsMs = flags & 16 && at < bytes.length ? rrFrom(bytes, at) : [];
  const skinContact = (flags & 2) !== 0;
  if (flags & 8) {
    return flags & 4
      ? { bpm, rrIntervalsMs, skinContact, energyKj }
      : { bpm, rrIntervalsMs, energyKj };
  }
  return flags & 4 ? { bpm, rrIntervalsMs, skinContact } : { bpm, rrIntervalsMs };
}

function rrFrom(bytes: Uint8Array, from: number): number[] {
  const ms = 1000 / 1024;
  const rr = [((bytes[from] as number) | ((bytes[from + 1] as number) << 8)) * ms];
  for (let at = from + 2; at < bytes.length; at += 2) {
    rr.push(((bytes[at] as number) | ((bytes[at + 1] as number) << 8)) * ms);
  }
  return rr;
}

function isRight(decode: Decode, bytes: Uint8Array, means: unknown): boolean {
  return isDeepStrictEqual(decode(bytes), means);
}

function truncations(decode: Decode): string {
  let wrong = 0;
  let all = 0;
  for (const { bytes, headLength, means } of packets) {
    for (let length = 0; length < bytes.length; length += 1) {
      const whole = Math.floor((length - headLength) / 2);
      const expected =
        length < headLength
          ? undefined
          : { ...means, rrIntervalsMs: means.rrIntervalsMs.slice(0, whole) };
      all += 1;
      if (!isRight(decode, bytes.subarray(0, length), expected)) wrong += 1;
    }
  }
  return wrong === 0 ? `all ${all} truncations` : `${wrong} of ${all} truncations wrong`;
}

/** Its reader of 0x2A37 alone, without the adapter it belongs to; it knows one RR interval a packet. */
async function loadIncyclist(): Promise<Decode | undefined> {
  const main = peerFile(name);
  if (main === undefined) return undefined;
  const file = join(dirname(main), '../esm/ble/hr/sensor.js');
  const { default: Sensor } = await loadPeer<{ default: { prototype: object } }>(file);
  return (bytes) => {
    const sensor = Object.create(Sensor.prototype) as Incyclist;
    const { heartrate, rr } = sensor.parseHrm(bytes);
    if (heartrate === undefined) return undefined;
    return { bpm: heartrate, rrIntervalsMs: rr === undefined ? [] : [rr * 1000] };
  };
}
