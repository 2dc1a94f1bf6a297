import { expect, test } from 'vitest';
import type { Input } from '../../src/session/input.ts';
import { openHeader, packet, packets, storyOf, tell } from './story.ts';

const trustOf = (inputs: readonly Input[]) =>
  storyOf(tell(openHeader(), inputs).facts, 'trust-changed');

test.each<[string, (atS: number) => Input]>([
  ['another bpm', (atS) => packet(atS, 80 + (atS % 2), { rr: [750] })],
  ['another skin contact', (atS) => packet(atS, 80, { rr: [750], contact: atS % 2 === 0 })],
  ['one RR interval of two', (atS) => packet(atS, 80, { rr: [750, 740 + (atS % 2)] })],
  ['one RR interval more', (atS) => packet(atS, 80, { rr: atS % 2 === 0 ? [750] : [750, 750] })],
  ['more energy', (atS) => withEnergy(packet(atS, 80, { rr: [750] }), atS)],
])('§1 a packet with %s is not the same packet', (_name, of) => {
  expect(trustOf(packets(0, 60, of)).filter((each) => each.includes('frozen'))).toEqual([]);
});

function withEnergy(input: Input, energyKj: number): Input {
  if (input.type !== 'signal' || input.signal.type !== 'measurement') return input;
  const measurement = { ...input.signal.measurement, energyKj };
  return { ...input, signal: { ...input.signal, measurement } };
}
