import { afterEach, beforeEach, expect, test } from 'vitest';
import { encodeHeartRateMeasurement } from '../../../devices/heart-rate-measurement.ts';
import { type Room, room } from '../../virtual-strap/room.ts';
import { beats, pulse } from './packets.ts';

let here: Room;
beforeEach(async () => {
  here = await room();
});
afterEach(() => here.leave());

test('happy: a strap is found, connected and heard, and its own log agrees beat by beat', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear({ name: 'Polar H10' });
  await listener.connected();
  beats(strap, 72, 73, 74);
  await listener.until(() => listener.bpms.length === 3);
  expect(listener.bpms).toEqual([72, 73, 74]);
  expect(listener.story).toBe('searching connecting connected');
  expect(strap.count('subscribed')).toBe(1);
  expect(strap.sent).toEqual([72, 73, 74].map((bpm) => Buffer.from(pulse(bpm)).toString('hex')));
});

test('the connection is asked for with 30–50 ms intervals and 4 s of supervision', async () => {
  here.add('Polar H10');
  await here.wear().connected();
  expect(here.radio.air.connections).toEqual([
    { minInterval: 24, maxInterval: 40, latency: 0, timeout: 400 },
  ]);
});

test('16-bit rates, RR lists, energy and skin contact arrive as they were sent', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear();
  await listener.connected();
  const tick = 1000 / 1024;
  const sent = [
    { bpm: 300, rrIntervalsMs: [] },
    { bpm: 60, rrIntervalsMs: [1024 * tick, 900 * tick, 1100 * tick] },
    { bpm: 61, rrIntervalsMs: [], energyKj: 512 },
    { bpm: 62, rrIntervalsMs: [1000 * tick], skinContact: true, energyKj: 513 },
    { bpm: 0, rrIntervalsMs: [], skinContact: false },
  ];
  for (const measurement of sent) strap.send(encodeHeartRateMeasurement(measurement));
  await listener.until(() => listener.measurements.length === sent.length);
  expect(listener.measurements).toEqual(sent);
});

test('a malformed packet is handed on as such and harms nothing', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear();
  await listener.connected();
  strap.send(Uint8Array.of());
  beats(strap, 70);
  strap.send(Uint8Array.of(0x09, 70));
  beats(strap, 71);
  await listener.until(() => listener.bpms.length === 2);
  const kinds = listener.signals.map(({ type }) => type).filter((type) => type !== 'link');
  expect(kinds).toEqual(['malformed', 'measurement', 'malformed', 'measurement']);
  expect(listener.bpms).toEqual([70, 71]);
  expect(strap.count('subscribed')).toBe(1);
});

test('a burst of 500 notifications arrives whole and in order', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear();
  await listener.connected();
  const sent = Array.from({ length: 500 }, (_, index) => 40 + (index % 200));
  beats(strap, ...sent);
  await listener.until(() => listener.bpms.length === sent.length);
  expect(listener.bpms).toEqual(sent);
});
