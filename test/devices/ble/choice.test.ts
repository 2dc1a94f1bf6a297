import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { scan } from '../../../devices/ble/scan.ts';
import { type Discovered, HINT, SeveralStraps } from '../../../devices/ble/seek.ts';
import type { StrapBuild } from '../../virtual-strap/heart-rate-services.ts';
import { FIXTURE_DRIVER, type Room, room } from '../../virtual-strap/room.ts';
import { until } from '../../virtual-strap/until.ts';
import { VirtualStrap } from '../../virtual-strap/virtual-strap.ts';
import { beats } from './packets.ts';

let here: Room;
beforeEach(async () => {
  here = await room();
});
afterEach(() => here.leave());

const MINE = 'c00000000002';

function look(): { seen: Discovered[]; stop: () => void } {
  const seen: Discovered[] = [];
  const options = { driver: FIXTURE_DRIVER, env: here.environment };
  const subscription = scan(options).subscribe((each) => seen.push(each));
  return { seen, stop: () => subscription.unsubscribe() };
}

test('of two straps of one name the remembered one is taken', async () => {
  const neighbour = here.add('Polar H10');
  const mine = here.add('Polar H10');
  const listener = here.wear({ id: MINE, name: 'Polar H10' });
  await listener.connected();
  beats(mine, 70);
  await listener.until(() => listener.bpms.length === 1);
  expect(neighbour.count('connected')).toBe(0);
});

test('a neighbour is never taken in place of a strap that was lost', async () => {
  const neighbour = here.add('Polar H10');
  const mine = here.add('Polar H10');
  const listener = here.wear({ id: MINE, deadlines: { scanMs: 150 } });
  await listener.connected();
  mine.drop();
  mine.vanish();
  await listener.until(({ link }) => link?.status === 'searching' && link.hint !== undefined);
  mine.return();
  await listener.connected(2);
  expect(neighbour.count('connected')).toBe(0);
  expect(mine.count('subscribed')).toBe(2);
});

test('once connected, the same strap is meant even where only the first name was given', async () => {
  const mine = here.add('Polar H10');
  const listener = here.wear({ name: 'Polar H10' });
  await listener.connected();
  const neighbour = here.add('Polar H10');
  mine.drop();
  await listener.connected(2);
  expect(neighbour.count('connected')).toBe(0);
});

/** Another strap that has taken the address of the first. */
function atTheSameAddress(name: string, build?: StrapBuild): VirtualStrap {
  const other = new VirtualStrap(here.radio, name, 'c0:00:00:00:00:01', build);
  onTestFinished(() => other.off());
  return other;
}

test('a strap of another name that answers under the address of the one worn is not taken, and that is said', async () => {
  const mine = here.add('Polar H10');
  const listener = here.wear({ deadlines: { scanMs: 400 } });
  await listener.connected();
  beats(mine, 70);
  await listener.until(() => listener.bpms.length === 1);
  mine.off();
  const other = atTheSameAddress('Garmin HRM');
  await listener.until(
    ({ link }) => link?.status === 'searching' && /calls itself Garmin HRM/.test(link.hint ?? ''),
  );
  // Nor is it later, when looking has begun anew.
  await listener.until(({ link }) => link?.status === 'searching' && link.hint === HINT);
  expect(other.count('connected')).toBe(0);
  other.off();
  const back = atTheSameAddress('Polar H10');
  await listener.connected(2);
  beats(back, 71);
  await listener.until(() => listener.bpms.length === 2);
  expect(listener.bpms).toEqual([70, 71]);
});

test('what answers under the address of the one worn, and has no heart rate, is never listened to', async () => {
  const mine = here.add('Polar H10');
  const listener = here.wear();
  await listener.connected();
  beats(mine, 70);
  await listener.until(() => listener.bpms.length === 1);
  mine.off();
  const other = atTheSameAddress('Polar H10', { withoutHeartRate: true });
  await listener.until(({ links }) =>
    links.some((link) => link.status === 'lost' && link.reason !== 'out of reach'),
  );
  expect(other.count('subscribed')).toBe(0);
});

test.for([
  ['no name at all', {}],
  ['a name they share', { name: 'Polar H10' }],
])('two straps and %s: none is taken silently, both are offered', async ([, wanted]) => {
  const straps = [here.add('Polar H10'), here.add('Polar H10')];
  const listener = here.wear(wanted as object);
  await listener.until(() => listener.error !== undefined);
  const { error } = listener;
  if (!(error instanceof SeveralStraps)) throw error;
  expect(error.straps.map(({ id }) => id).sort()).toEqual(['c00000000001', MINE]);
  expect(straps.map((strap) => strap.count('connected'))).toEqual([0, 0]);
});

test('a scan shows each strap once, though it advertises fifty times a second', async () => {
  here.add('Polar H10');
  here.add('Wahoo TICKR');
  const { seen, stop } = look();
  await until(() => seen.length >= 2);
  await until(() => here.radio.air.reports >= 80);
  stop();
  expect(seen.map(({ name }) => name).sort()).toEqual(['Polar H10', 'Wahoo TICKR']);
});

test('a scan keeps the signal strength fresh', async () => {
  const strap = here.add('Polar H10');
  const { seen, stop } = look();
  await until(() => seen.length === 1);
  strap.setSignal(-90);
  await until(() => seen.length === 2);
  stop();
  expect(seen.map(({ rssi }) => rssi)).toEqual([-55, -90]);
});

test('a hostile name reaches nobody as it is, and its strap is heard', async () => {
  const strap = here.add('\u001b]52;c;aGk=\u0007\u202ex\r\n');
  const listener = here.wear();
  await listener.connected();
  beats(strap, 70);
  await listener.until(() => listener.bpms.length === 1);
  expect(listener.link).toEqual({ status: 'connected', name: ']52;c;aGk=x' });
});
