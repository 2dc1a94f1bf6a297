import { Subject } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { REASON } from '../../virtual-strap/hci.ts';
import { type Room, room } from '../../virtual-strap/room.ts';
import { until } from '../../virtual-strap/until.ts';
import { beats } from './packets.ts';

let here: Room;
beforeEach(async () => {
  here = await room();
});
afterEach(() => here.leave());

const ROUND_TRIP = 'searching connecting connected lost searching connecting connected';

test('a strap that hangs up is taken back, with one subscription a connection', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear();
  await listener.connected();
  beats(strap, 70);
  strap.drop();
  await listener.connected(2);
  beats(strap, 71);
  await listener.until(() => listener.bpms.length === 2);
  expect(listener.story).toBe(ROUND_TRIP);
  expect(listener.links).toContainEqual({ status: 'lost', reason: 'the strap hung up' });
  expect(strap.count('subscribed')).toBe(2);
  expect(listener.bpms).toEqual([70, 71]);
  expect(here.radio.opened).toBe(1);
});

test('ten drops in a row leave no listener behind, and each beat comes once', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear({ deadlines: { backOffMs: [1] } });
  for (let round = 1; round <= 10; round += 1) {
    await listener.connected(round);
    beats(strap, 60 + round);
    await listener.until(() => listener.bpms.length === round);
    strap.drop();
  }
  await listener.connected(11);
  expect(listener.bpms).toEqual([61, 62, 63, 64, 65, 66, 67, 68, 69, 70]);
  expect(here.warnings()).toBe('');
  expect(here.radio.opened).toBe(1);
});

test('a strap out of reach is given up by supervision and taken back when it returns', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear();
  await listener.connected();
  beats(strap, 70);
  strap.vanish();
  await listener.until(({ link }) => link?.status === 'lost');
  expect(listener.link).toEqual({ status: 'lost', reason: 'out of reach' });
  await until(() => strap.count('disconnected') === 1);
  expect(strap.log).toContainEqual({
    what: 'disconnected',
    reason: REASON.supervisionTimeout,
  });
  strap.return();
  await listener.connected(2);
  beats(strap, 71);
  await listener.until(() => listener.bpms.length === 2);
  expect(listener.story).toBe(ROUND_TRIP);
});

test('a strap that returns before supervision ends is never lost', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear();
  await listener.connected();
  strap.vanish();
  strap.return();
  beats(strap, 70);
  await listener.until(() => listener.bpms.length === 1);
  expect(listener.story).toBe('searching connecting connected');
});

test('an adapter that goes and comes back means lost, a fresh driver, and the same strap', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear();
  await listener.connected();
  beats(strap, 70);
  await listener.until(() => listener.bpms.length === 1);
  here.radio.powerOff();
  await listener.until(({ link }) => link?.status === 'lost');
  expect(listener.link).toEqual({ status: 'lost', reason: 'Bluetooth is switched off' });
  await here.radio.powerOn();
  await listener.connected(2);
  beats(strap, 71);
  await listener.until(() => listener.bpms.length === 2);
  expect(here.pids().length).toBeGreaterThan(1);
  expect(strap.count('subscribed')).toBe(2);
});

test('a strap that goes silent counts as lost, and as found when it speaks again', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear({ deadlines: { silenceMs: 60, forceMs: 5_000 } });
  await listener.connected();
  beats(strap, 70);
  await listener.until(({ link }) => link?.status === 'lost');
  beats(strap, 71);
  await listener.until(({ link }) => link?.status === 'connected');
  expect(strap.count('connected')).toBe(1);
  expect(listener.bpms).toEqual([70, 71]);
});

test('a strap silent for too long is let go and connected anew by a fresh driver', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear({ deadlines: { silenceMs: 30, forceMs: 60 } });
  await listener.connected();
  beats(strap, 70);
  await listener.connected(2);
  expect(here.radio.opened).toBe(2);
  expect(strap.count('subscribed')).toBe(2);
  expect(listener.links).toContainEqual({
    status: 'lost',
    reason: 'the strap is connected but sends no pulse',
  });
});

test('a strap that connects and never sends is given up and tried again', async () => {
  const strap = here.add('Polar H10');
  strap.mute();
  const listener = here.wear({ deadlines: { firstDataMs: 60 } });
  await listener.until(({ link }) => link?.status === 'lost');
  strap.mute(false);
  await listener.connected(2);
  beats(strap, 70);
  await listener.until(() => listener.bpms.length === 1);
  expect(here.radio.opened).toBe(2);
});

test('a key ends the wait before the next attempt', async () => {
  const strap = here.add('Polar H10');
  const retryNow$ = new Subject<void>();
  const listener = here.wear({ retryNow$, deadlines: { backOffMs: [3_600_000] } });
  await listener.connected();
  strap.drop();
  await listener.until(({ link }) => link?.status === 'lost');
  retryNow$.next();
  await listener.connected(2);
  expect(strap.count('subscribed')).toBe(2);
});

test('a key begins a search anew, with a fresh driver', async () => {
  const retryNow$ = new Subject<void>();
  const listener = here.wear({ retryNow$ });
  await until(() => here.radio.opened === 1);
  retryNow$.next();
  await until(() => here.radio.opened === 2);
  const strap = here.add('Polar H10');
  await listener.connected();
  retryNow$.next();
  beats(strap, 70);
  await listener.until(() => listener.bpms.length === 1);
  expect(here.radio.opened).toBe(2);
});

test('a key gives up a connection that stands and is silent', async () => {
  const strap = here.add('Polar H10');
  const retryNow$ = new Subject<void>();
  const listener = here.wear({ retryNow$, deadlines: { silenceMs: 30, forceMs: 3_600_000 } });
  await listener.connected();
  beats(strap, 70);
  await listener.until(({ link }) => link?.status === 'lost');
  retryNow$.next();
  await listener.connected(2);
  expect(strap.count('subscribed')).toBe(2);
});
