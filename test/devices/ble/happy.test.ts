import { afterEach, beforeEach, expect, test } from 'vitest';
import { encodeHeartRateMeasurement } from '../../../devices/heart-rate-measurement.ts';
import { type Room, room } from '../../virtual-strap/room.ts';

let here: Room;
beforeEach(async () => {
  here = await room();
});
afterEach(() => here.leave());

test('a strap is found, connected and heard; its own log agrees beat by beat', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear({ name: 'Polar H10' });
  await listener.connected();
  const packets = [72, 73, 74].map((bpm) => encodeHeartRateMeasurement({ bpm, rrIntervalsMs: [] }));
  for (const packet of packets) expect(strap.send(packet)).toBe(true);
  await listener.until(() => listener.bpms.length === 3);
  expect(listener.bpms).toEqual([72, 73, 74]);
  expect(listener.story).toBe('searching connecting connected');
  expect(strap.count('subscribed')).toBe(1);
  expect(strap.sent).toHaveLength(3);
  expect(here.radio.air.connections).toEqual([
    { minInterval: 24, maxInterval: 40, latency: 0, timeout: 400 },
  ]);
});
