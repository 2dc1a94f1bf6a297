import { Subject } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UUID } from '../../virtual-strap/heart-rate-services.ts';
import { type Room, room } from '../../virtual-strap/room.ts';
import { until } from '../../virtual-strap/until.ts';
import { beats } from './packets.ts';

let here: Room;
beforeEach(async () => {
  here = await room();
});
afterEach(() => here.leave());

const EVERYTHING = {
  batteryPercent: 87,
  bodyLocation: 1,
  manufacturer: 'Acme',
  model: 'HR-1',
  controlPoint: true,
};

test('battery, body location and device information become part of the link', async () => {
  here.add('Acme HR', EVERYTHING);
  const listener = here.wear();
  await listener.until(
    ({ link }) => link?.status === 'connected' && link.device?.model !== undefined,
  );
  expect(listener.link).toEqual({
    status: 'connected',
    name: 'Acme HR',
    batteryPercent: 87,
    bodyLocation: 'chest',
    device: { manufacturer: 'Acme', model: 'HR-1' },
  });
});

test('a battery that runs down is notified, and what cannot be a percentage is not believed', async () => {
  const strap = here.add('Acme HR', EVERYTHING);
  const listener = here.wear();
  await listener.until(
    ({ link }) => link?.status === 'connected' && link.device?.model !== undefined,
  );
  strap.setBattery(20);
  strap.setBattery(200);
  strap.setBattery(19);
  await listener.until(({ link }) => link?.status === 'connected' && link.batteryPercent === 19);
  const levels = listener.links.flatMap((link) =>
    link.status === 'connected' && link.batteryPercent !== undefined ? [link.batteryPercent] : [],
  );
  expect([...new Set(levels)]).toEqual([87, 20, 19]);
});

test.for([
  ['nothing', {}],
  ['only a battery', { batteryPercent: 50 }],
  ['only a body location', { bodyLocation: 2 }],
  ['only a model', { model: 'HR-1' }],
])('a strap with %s beside its measurements is heard all the same', async ([, build]) => {
  const strap = here.add('Plain', build as object);
  const listener = here.wear();
  await listener.connected();
  beats(strap, 65, 66);
  await listener.until(() => listener.bpms.length === 2);
  expect(listener.story).toBe('searching connecting connected');
});

test('an ATT error on each optional read is skipped, and the rest is still asked', async () => {
  const strap = here.add('Acme HR', EVERYTHING);
  for (const uuid of [UUID.bodyLocation, UUID.batteryLevel, UUID.manufacturer]) {
    strap.error(uuid, 0x0e);
  }
  const listener = here.wear();
  await listener.until(({ link }) => link?.status === 'connected' && link.device !== undefined);
  expect(listener.link).toEqual({
    status: 'connected',
    name: 'Acme HR',
    device: { model: 'HR-1' },
  });
});

test('a strap that answers nothing more after the subscription is heard all the same', async () => {
  const strap = here.add('Acme HR', EVERYTHING);
  strap.deafOnceSubscribed();
  const listener = here.wear({ deadlines: { optionalMs: 20 } });
  await listener.connected();
  beats(strap, 80);
  const since = performance.now();
  await until(() => performance.now() > since + 80);
  beats(strap, 81, 82);
  await listener.until(() => listener.bpms.length === 3);
  expect(listener.story).toBe('searching connecting connected');
  expect(here.radio.opened).toBe(1);
});

test('the energy is reset on request, and the strap agrees', async () => {
  const strap = here.add('Acme HR', EVERYTHING);
  const resetEnergy$ = new Subject<void>();
  const outcomes: string[] = [];
  const listener = here.wear({ resetEnergy$, onEnergyReset: (outcome) => outcomes.push(outcome) });
  await listener.connected();
  resetEnergy$.next();
  await until(() => outcomes.length === 1);
  expect(outcomes).toEqual(['done']);
  expect(strap.count('energy reset')).toBe(1);
});

test('a control point that refuses is reported and the link stands', async () => {
  const strap = here.add('Acme HR', EVERYTHING);
  strap.error(UUID.controlPoint, 0x80);
  const resetEnergy$ = new Subject<void>();
  const outcomes: string[] = [];
  const listener = here.wear({
    resetEnergy$,
    onEnergyReset: (outcome) => outcomes.push(outcome),
    deadlines: { subscribeMs: 1_000 },
  });
  await listener.until(
    ({ link }) => link?.status === 'connected' && link.device?.model !== undefined,
  );
  resetEnergy$.next();
  beats(strap, 90);
  await until(() => outcomes.length === 1);
  beats(strap, 91);
  await listener.until(() => listener.bpms.length === 2);
  expect(outcomes).toEqual(['refused']);
  expect(strap.count('energy reset')).toBe(0);
  expect(strap.count('connected')).toBe(1);
});

test('a strap without a control point says so', async () => {
  here.add('Plain');
  const resetEnergy$ = new Subject<void>();
  const outcomes: string[] = [];
  const listener = here.wear({ resetEnergy$, onEnergyReset: (outcome) => outcomes.push(outcome) });
  await listener.connected();
  resetEnergy$.next();
  await until(() => outcomes.length === 1);
  expect(outcomes).toEqual(['unsupported']);
});
