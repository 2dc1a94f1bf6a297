import type { HeartRateMeasurement } from '../devices/heart-rate-measurement.ts';

export type Packet = {
  readonly bytes: Uint8Array;
  /** How many bytes its flags promise before the RR list. */
  readonly headLength: number;
  readonly means: HeartRateMeasurement;
};

const rates = [
  { flag: 0, bytes: [72], bpm: 72 },
  { flag: 1, bytes: [0x2c, 0x01], bpm: 300 },
];
const contacts = [
  { flag: 0, contact: {} },
  { flag: 2, contact: {} },
  { flag: 4, contact: { skinContact: false } },
  { flag: 6, contact: { skinContact: true } },
];
const energies = [
  { flag: 0, bytes: [], energy: {} },
  { flag: 8, bytes: [0x34, 0x12], energy: { energyKj: 4660 } },
];
const rrTicks = [1024, 896, 1, 0, 65_535, 800, 1000, 512, 771];
const rrLists = [{ flag: 0, count: 0 }, ...[0, 1, 2, 3, 9].map((count) => ({ flag: 16, count }))];

/** All 96 shapes of a heart rate packet (0x2A37), written from the specification and not by our encoder. */
export const packets: readonly Packet[] = rates.flatMap((rate) =>
  contacts.flatMap(({ flag: contactFlag, contact }) =>
    energies.flatMap(({ flag: energyFlag, bytes: energyBytes, energy }) =>
      rrLists.map(({ flag, count }) => {
        const ticks = rrTicks.slice(0, count);
        const head = [rate.flag | contactFlag | energyFlag | flag, ...rate.bytes, ...energyBytes];
        return {
          bytes: Uint8Array.from([...head, ...ticks.flatMap((each) => [each & 0xff, each >> 8])]),
          headLength: head.length,
          means: {
            bpm: rate.bpm,
            rrIntervalsMs: ticks.map((each) => (each * 1000) / 1024),
            ...contact,
            ...energy,
          },
        };
      }),
    ),
  ),
);

/** What a strap sends at rest: 8 bits of pulse, skin contact, one RR interval or two. */
export const usualPackets: readonly Uint8Array[] = Array.from({ length: 64 }, (_, index) => {
  const rr = [1000 + index, 980 - index].slice(0, 1 + (index % 2));
  return Uint8Array.of(0x16, 60 + (index % 40), ...rr.flatMap((each) => [each & 0xff, each >> 8]));
});
