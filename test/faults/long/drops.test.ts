import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { queryObjects } from 'node:v8';
import { Subscriber } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beats } from '../../devices/ble/packets.ts';
import { type Room, room } from '../../virtual-strap/room.ts';

let here: Room;
beforeEach(async () => {
  here = await room();
});
afterEach(() => here.leave());

/** What is alive after a collection, here and in the driver, whose every listener is a function. */
async function held(): Promise<Record<string, number>> {
  const file = join(dirname(here.radio.socketPath), 'held');
  const told = (): string[] =>
    existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  const before = told().length;
  process.kill(here.pids().at(-1) ?? 0, 'SIGUSR2');
  await expect.poll(told, { timeout: 20_000 }).toHaveLength(before + 1);
  return {
    ...JSON.parse(told().at(-1) ?? '{}'),
    subscribers: queryObjects(Subscriber),
    timers: process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length,
  };
}

test('a strap that drops and returns 100 times in a row: one driver, no leaked listener, each beat once', async () => {
  const strap = here.add('Polar H10', { batteryPercent: 80 });
  const listener = here.wear({ deadlines: { backOffMs: [1], settleMs: 20 } });
  const expected: number[] = [];
  let early: Record<string, number> = {};
  for (let round = 1; round <= 100; round += 1) {
    await listener.connected(round);
    beats(strap, 50 + round);
    expected.push(50 + round);
    await listener.until(() => listener.bpms.length === round);
    if (round === 20) early = await held();
    if (round < 100) strap.drop();
  }
  const late = await held();
  console.log(`Drops: after 20 ${JSON.stringify(early)}, after 100 ${JSON.stringify(late)}`);
  // One a drop would be 80 more; what is under way just then differs by a few.
  for (const [what, count] of Object.entries(late)) {
    expect([what, Math.max(0, count - (early[what] ?? 0) - 20)]).toEqual([what, 0]);
  }
  strap.drop();
  await listener.connected(101);
  expect(listener.bpms).toEqual(expected);
  expect(strap.count('subscribed')).toBe(101);
  expect(here.warnings()).toBe('');
  expect(here.radio.opened).toBe(1);
});
