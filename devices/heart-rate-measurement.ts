/** One notification of the Heart Rate Measurement characteristic (0x2A37), Heart Rate Service 1.0. */
export type HeartRateMeasurement = {
  readonly bpm: number;
  /** Oldest first; exact multiples of 1000/1024 ms. */
  readonly rrIntervalsMs: readonly number[];
  /** Absent when the sensor cannot tell. */
  readonly skinContact?: boolean;
  /** Kilojoules since the last reset; absent when the packet has none. */
  readonly energyKj?: number;
};

const WIDE_BPM = 0x01;
const CONTACT_DETECTED = 0x02;
const CONTACT_SUPPORTED = 0x04;
const HAS_ENERGY = 0x08;
const HAS_RR = 0x10;

const MS_PER_TICK = 1000 / 1024;
const UINT8_MAX = 0xff;
const UINT16_MAX = 0xffff;

/**
 * Reads one 0x2A37 payload. Undefined when the fields its flags promise do not fit; otherwise total:
 * reserved bits are ignored, an odd last byte of the RR list is dropped, no bytes make it throw.
 */
export function decodeHeartRateMeasurement(bytes: Uint8Array): HeartRateMeasurement | undefined {
  const flags = bytes[0] ?? 0;
  const wide = (flags & WIDE_BPM) !== 0;
  const energyAt = wide ? 3 : 2;
  const hasEnergy = (flags & HAS_ENERGY) !== 0;
  const rrAt = hasEnergy ? energyAt + 2 : energyAt;
  if (bytes.length < rrAt) return undefined;

  const bpm = wide ? uint16(bytes, 1) : (bytes[1] ?? 0);
  const rrIntervalsMs = (flags & HAS_RR) !== 0 ? readRrIntervals(bytes, rrAt) : [];
  const hasContact = (flags & CONTACT_SUPPORTED) !== 0;
  const skinContact = (flags & CONTACT_DETECTED) !== 0;
  // One literal per shape: properties added afterwards would cost each packet a second allocation.
  if (hasEnergy) {
    const energyKj = uint16(bytes, energyAt);
    return hasContact
      ? { bpm, rrIntervalsMs, skinContact, energyKj }
      : { bpm, rrIntervalsMs, energyKj };
  }
  return hasContact ? { bpm, rrIntervalsMs, skinContact } : { bpm, rrIntervalsMs };
}

/**
 * Writes one 0x2A37 payload; `decode ∘ encode` is the identity on everything representable. Never throws: each
 * number is rounded to its field's unit and clamped to 0–65535, NaN becomes 0. `wide` asks for a 16-bit bpm where
 * 8 bits would do; above 255 it is always 16-bit. The RR flag is set only when there is an interval.
 */
export function encodeHeartRateMeasurement(
  measurement: HeartRateMeasurement,
  options: { readonly wide?: boolean } = {},
): Uint8Array {
  const { rrIntervalsMs, skinContact, energyKj } = measurement;
  const bpm = clampUint16(measurement.bpm);
  const wide = options.wide === true || bpm > UINT8_MAX;
  const energyAt = wide ? 3 : 2;
  const rrAt = energyKj === undefined ? energyAt : energyAt + 2;
  const bytes = new Uint8Array(rrAt + 2 * rrIntervalsMs.length);

  bytes[0] =
    (wide ? WIDE_BPM : 0) |
    (skinContact === undefined ? 0 : CONTACT_SUPPORTED) |
    (skinContact === true ? CONTACT_DETECTED : 0) |
    (energyKj === undefined ? 0 : HAS_ENERGY) |
    (rrIntervalsMs.length > 0 ? HAS_RR : 0);
  bytes[1] = bpm;
  if (wide) bytes[2] = bpm >> 8;
  if (energyKj !== undefined) writeUint16(bytes, energyAt, clampUint16(energyKj));
  rrIntervalsMs.forEach((rrMs, i) => {
    writeUint16(bytes, rrAt + 2 * i, clampUint16((rrMs * 1024) / 1000));
  });
  return bytes;
}

function readRrIntervals(bytes: Uint8Array, from: number): number[] {
  const end = bytes.length - 1;
  if (from >= end) return [];
  const rrIntervalsMs = [uint16(bytes, from) * MS_PER_TICK];
  for (let at = from + 2; at < end; at += 2) rrIntervalsMs.push(uint16(bytes, at) * MS_PER_TICK);
  return rrIntervalsMs;
}

function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

function writeUint16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value;
  bytes[at + 1] = value >> 8;
}

function clampUint16(value: number): number {
  return value > 0 ? Math.min(UINT16_MAX, Math.round(value)) : 0;
}
