import { afterEach, beforeEach, expect, test } from 'vitest';
import { beats } from '../../devices/ble/packets.ts';
import { type Room, room } from '../../virtual-strap/room.ts';

let here: Room;
beforeEach(async () => {
  here = await room();
});
afterEach(() => here.leave());

test('a strap that drops and returns 100 times in a row: one driver, no leaked listener, each beat once', async () => {
  const strap = here.add('Polar H10', { batteryPercent: 80 });
  const listener = here.wear({ deadlines: { backOffMs: [1], settleMs: 20 } });
  const expected: number[] = [];
  for (let round = 1; round <= 100; round += 1) {
    await listener.connected(round);
    beats(strap, 50 + round);
    expected.push(50 + round);
    await listener.until(() => listener.bpms.length === round);
    strap.drop();
  }
  await listener.connected(101);
  expect(listener.bpms).toEqual(expected);
  expect(strap.count('subscribed')).toBe(101);
  expect(here.warnings()).toBe('');
  expect(here.radio.opened).toBe(1);
}, 60_000);
