import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../devices/simulator/fault.ts';
import { UNTRAINED } from '../../../devices/simulator/persons.ts';
import { createStrap } from '../../../devices/simulator/strap.ts';

function packets(seed: number, faults: readonly Fault[] = []): string[] {
  const strap = createStrap(UNTRAINED, seed, faults);
  return Array.from({ length: 60 }, (_, i) =>
    Buffer.from(strap.packetAt(1000 * (i + 1), 0.2)).toString('hex'),
  );
}

describe('createStrap', () => {
  it('gives the same bytes for the same seed and effort', () => {
    expect(packets(3)).toEqual(packets(3));
    expect(packets(3)).not.toEqual(packets(4));
  });

  it('sends 8-bit packets with contact, and the RR flag only where a beat ended', () => {
    for (const packet of packets(3)) {
      expect(packet).toMatch(/^(06[0-9a-f]{2}|16[0-9a-f]{2}([0-9a-f]{4}){1,2})$/);
    }
  });

  it('wide: sends the same in 16 bits while it is in force', () => {
    const plain = packets(3);
    const wide = packets(3, [{ kind: 'wide', fromMs: 20_000, untilMs: 40_000 }]);
    const inForce = (i: number): boolean => i + 1 >= 20 && i + 1 < 40;
    const widened = plain.map((packet, i) =>
      inForce(i)
        ? packet.replace(/^(.)6(..)/, (_all, high: string, bpm: string) => `${high}7${bpm}00`)
        : packet,
    );
    expect(wide).toEqual(widened);
    expect(wide).not.toEqual(plain);
  });

  it('getting up lifts the pulse for some seconds, and then no more; lying down again does not', () => {
    const strap = createStrap(UNTRAINED, 3, []);
    const bpms = Array.from({ length: 120 }, (_, second) => {
      const isUpright = second >= 40 && second < 100;
      return strap.packetAt(1000 * (second + 1), 0, isUpright)[1] ?? 0;
    });
    const highest = (fromS: number, toS: number): number => Math.max(...bpms.slice(fromS, toS));
    expect(highest(44, 60)).toBeGreaterThan(highest(20, 40) + 6);
    expect(highest(44, 60)).toBeLessThan(highest(20, 40) + UNTRAINED.standingUpBpm + 4);
    expect(highest(85, 120)).toBeLessThan(highest(20, 40) + 4);
  });
});
