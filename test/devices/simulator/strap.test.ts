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
});
