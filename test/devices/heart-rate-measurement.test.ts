import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  decodeHeartRateMeasurement,
  encodeHeartRateMeasurement,
  type HeartRateMeasurement,
} from '../../devices/heart-rate-measurement.ts';

const RATES = [
  { flag: 0x00, bytes: [0x48], bpm: 72 },
  { flag: 0x01, bytes: [0x2c, 0x01], bpm: 300 },
];
const CONTACTS = [
  { flag: 0x00, contact: {} },
  { flag: 0x02, contact: {} },
  { flag: 0x04, contact: { skinContact: false } },
  { flag: 0x06, contact: { skinContact: true } },
];
const ENERGIES = [
  { flag: 0x00, bytes: [], energy: {} },
  { flag: 0x08, bytes: [0x34, 0x12], energy: { energyKj: 4660 } },
];
const RR_BYTES = [
  0x00, 0x04, 0x80, 0x03, 0x01, 0x00, 0x00, 0x00, 0xff, 0xff, 0x20, 0x03, 0xe8, 0x03, 0x00, 0x02,
  0x03, 0x03,
];
const RR_MS = [1000, 875, 0.9765625, 0, 63999.0234375, 781.25, 976.5625, 500, 752.9296875];
const RR_LISTS = [
  { flag: 0x00, count: 0 },
  ...[0, 1, 2, 3, 9].map((count) => ({ flag: 0x10, count })),
];

type Packet = { bytes: number[]; headLength: number; expected: HeartRateMeasurement };

const PACKETS: Packet[] = RATES.flatMap((rate) =>
  CONTACTS.flatMap(({ flag: contactFlag, contact }) =>
    ENERGIES.flatMap(({ flag: energyFlag, bytes: energyBytes, energy }) =>
      RR_LISTS.map(({ flag: rrFlag, count }) => ({
        bytes: [
          rate.flag | contactFlag | energyFlag | rrFlag,
          ...rate.bytes,
          ...energyBytes,
          ...RR_BYTES.slice(0, 2 * count),
        ],
        headLength: 1 + rate.bytes.length + energyBytes.length,
        expected: {
          bpm: rate.bpm,
          rrIntervalsMs: RR_MS.slice(0, count),
          ...contact,
          ...energy,
        },
      })),
    ),
  ),
);

const hex = (bytes: number[]): string => Buffer.from(bytes).toString('hex');
const named = PACKETS.map((packet) => ({ ...packet, name: hex(packet.bytes) }));

describe('decodeHeartRateMeasurement', () => {
  it('has all 96 well-formed packets to prove itself on, no two alike', () => {
    expect(new Set(named.map(({ name }) => name)).size).toBe(96);
  });

  test.each(named)('reads $name', ({ bytes, expected }) => {
    expect(decodeHeartRateMeasurement(Uint8Array.from(bytes))).toStrictEqual(expected);
  });

  test.each(named)('reads every truncation of $name, or says undefined', (packet) => {
    const { bytes, headLength, expected } = packet;
    for (let length = 0; length < bytes.length; length += 1) {
      const whole = Math.floor((length - headLength) / 2);
      expect(decodeHeartRateMeasurement(Uint8Array.from(bytes.slice(0, length)))).toStrictEqual(
        length < headLength
          ? undefined
          : { ...expected, rrIntervalsMs: expected.rrIntervalsMs.slice(0, whole) },
      );
    }
  });

  test.each(named)('ignores the reserved bits of $name', ({ bytes, expected }) => {
    const [flags = 0, ...rest] = bytes;
    for (let reserved = 0x20; reserved <= 0xe0; reserved += 0x20) {
      const packet = Uint8Array.of(flags | reserved, ...rest);
      expect(decodeHeartRateMeasurement(packet)).toStrictEqual(expected);
    }
  });

  it('drops bytes after the last field when the RR flag is off', () => {
    expect(decodeHeartRateMeasurement(Uint8Array.of(0, 72, 0, 4))).toStrictEqual({
      bpm: 72,
      rrIntervalsMs: [],
    });
  });

  it('reads a view at its own place in a larger buffer, up to its own end', () => {
    const buffer = Uint8Array.of(0xff, 0xff, 0x10, 0x48, 0x00, 0x04, 0xff, 0xff);
    const expected = { bpm: 72, rrIntervalsMs: [1000] };
    expect(decodeHeartRateMeasurement(buffer.subarray(2, 6))).toStrictEqual(expected);
    expect(decodeHeartRateMeasurement(Buffer.from(buffer.buffer, 2, 4))).toStrictEqual(expected);
  });

  it('never throws and never invents a value, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 512 }), (bytes) => {
        const measurement = decodeHeartRateMeasurement(bytes);
        if (measurement === undefined) return bytes.length < 5;
        const raws = measurement.rrIntervalsMs.map((rrMs) => (rrMs * 1024) / 1000);
        return (
          Number.isInteger(measurement.bpm) &&
          2 * raws.length <= bytes.length - 2 &&
          raws.every((raw) => Number.isInteger(raw) && raw >= 0 && raw <= 65_535)
        );
      }),
      { numRuns: 5000 },
    );
  });
});

describe('encodeHeartRateMeasurement', () => {
  const uint16 = fc.integer({ min: 0, max: 65_535 });
  const representable: fc.Arbitrary<HeartRateMeasurement> = fc.record(
    {
      bpm: fc.oneof(uint16, fc.integer({ min: 250, max: 260 })),
      rrIntervalsMs: fc.array(
        uint16.map((raw) => (raw * 1000) / 1024),
        { maxLength: 12 },
      ),
      skinContact: fc.boolean(),
      energyKj: uint16,
    },
    { requiredKeys: ['bpm', 'rrIntervalsMs'], noNullPrototype: true },
  );

  it('is undone by decode, on everything representable, in 8 and 16 bits', () => {
    fc.assert(
      fc.property(representable, fc.boolean(), (measurement, wide) => {
        const bytes = encodeHeartRateMeasurement(measurement, { wide });
        expect(decodeHeartRateMeasurement(bytes)).toStrictEqual(measurement);
      }),
      { numRuns: 5000 },
    );
  });

  it('is undone by decode for every RR the field can hold', () => {
    for (let raw = 0; raw <= 65_535; raw += 1) {
      const rrMs = (raw * 1000) / 1024;
      const bytes = encodeHeartRateMeasurement({ bpm: 60, rrIntervalsMs: [rrMs] });
      if (decodeHeartRateMeasurement(bytes)?.rrIntervalsMs[0] !== rrMs) expect.fail(`raw ${raw}`);
    }
  });

  // Contact code 01 and an RR flag over no RR are other spellings of what 00 and no flag say.
  const plain = named.filter(({ bytes: [flags = 0], expected }) => {
    const emptyList = (flags & 0x10) !== 0 && expected.rrIntervalsMs.length === 0;
    return (flags & 0x06) !== 0x02 && !emptyList;
  });
  test.each(plain)('writes $name byte for byte', ({ bytes, expected }) => {
    expect(hex([...encodeHeartRateMeasurement(expected)])).toBe(hex(bytes));
  });

  it('writes 16 bits when asked to, and by itself only above 255', () => {
    const encode = (bpm: number, wide?: boolean): string =>
      hex([...encodeHeartRateMeasurement({ bpm, rrIntervalsMs: [] }, wide ? { wide } : {})]);
    expect(encode(72, true)).toBe('014800');
    expect(encode(255)).toBe('00ff');
    expect(encode(256)).toBe('010001');
  });

  test.each([
    [Number.NaN, 0],
    [-1, 0],
    [Number.NEGATIVE_INFINITY, 0],
    [Number.POSITIVE_INFINITY, 65_535],
    [65_536, 65_535],
    [1e300, 65_535],
    [72.4, 72],
    [72.5, 73],
    [-0, 0],
  ])('clamps %d to %d in bpm, energy and RR alike', (value, expected) => {
    const bytes = encodeHeartRateMeasurement({
      bpm: value,
      rrIntervalsMs: [(value * 1000) / 1024],
      energyKj: value,
    });
    expect(decodeHeartRateMeasurement(bytes)).toStrictEqual({
      bpm: expected,
      rrIntervalsMs: [(expected * 1000) / 1024],
      energyKj: expected,
    });
  });

  it('never throws and stays readable, whatever the numbers', () => {
    const anyMeasurement = fc.record(
      {
        bpm: fc.double(),
        rrIntervalsMs: fc.array(fc.double()),
        skinContact: fc.boolean(),
        energyKj: fc.double(),
      },
      { requiredKeys: ['bpm', 'rrIntervalsMs'], noNullPrototype: true },
    );
    fc.assert(
      fc.property(anyMeasurement, (measurement) => {
        const decoded = decodeHeartRateMeasurement(encodeHeartRateMeasurement(measurement));
        expect(decoded?.rrIntervalsMs.length).toBe(measurement.rrIntervalsMs.length);
        expect(decoded?.skinContact).toBe(measurement.skinContact);
      }),
    );
  });
});
