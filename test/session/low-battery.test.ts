import { describe, expect, test } from 'vitest';
import type { Link } from '../../devices/heart-rate-sensor.ts';
import type { Input } from '../../src/session/input.ts';
import { openHeader, tell } from './story.ts';

const linked = (atS: number, batteryPercent?: number): Input => {
  const link: Link = {
    status: 'connected',
    name: 'Polar H10',
    ...(batteryPercent !== undefined && { batteryPercent }),
  };
  return { type: 'signal', atMs: atS * 1000, signal: { type: 'link', link } };
};
const lost: Input = {
  type: 'signal',
  atMs: 15_000,
  signal: { type: 'link', link: { status: 'lost', reason: 'out of reach' } },
};
const lowAfter = (...inputs: Input[]) => tell(openHeader(), inputs).state.lowBattery;

describe('a strap whose battery is low', () => {
  test('is noted once, at 20 % or less, with what it said then', () => {
    expect(lowAfter(linked(0, 21))).toBeUndefined();
    expect(lowAfter(linked(0, 80), linked(10, 20), linked(20, 19))).toEqual({
      atMs: 10_000,
      percent: 20,
    });
  });

  test('is not noted of a strap that does not say, nor again when it is back', () => {
    expect(lowAfter(linked(0), lost)).toBeUndefined();
    expect(lowAfter(linked(0, 12), lost, linked(30, 11))).toEqual({ atMs: 0, percent: 12 });
  });
});
