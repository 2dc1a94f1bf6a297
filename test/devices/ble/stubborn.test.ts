import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Room, room } from '../../virtual-strap/room.ts';
import { beats } from './packets.ts';

let here: Room;
beforeEach(async () => {
  here = await room();
});
afterEach(() => here.leave());

test('an absent strap is looked for without end, with hints, the likeliest first', async () => {
  const listener = here.wear({ name: 'Polar H10', deadlines: { scanMs: 150 } });
  await listener.until(() => listener.links.filter((link) => 'hint' in link).length === 2);
  expect(listener.story).toBe('searching');
  expect(listener.link).toHaveProperty(
    'hint',
    expect.stringMatching(/^still looking: wear the strap/),
  );
  const strap = here.add('Polar H10');
  await listener.connected();
  beats(strap, 70);
  await listener.until(() => listener.bpms.length === 1);
});

test('a call to a strap that has just gone is ended, and a fresh driver finds it later', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear({ id: 'c00000000001', deadlines: { connectMs: 100 } });
  await listener.until(({ link }) => {
    if (link?.status === 'connecting') strap.vanish();
    return link?.status === 'lost';
  });
  expect(listener.link).toEqual({ status: 'lost', reason: 'the strap does not answer the call' });
  expect(strap.count('connected')).toBe(0);
  strap.return();
  await listener.connected();
  expect(here.radio.opened).toBe(2);
});

test('a strap that never answers is given up by our deadline, not by noble', async () => {
  const strap = here.add('Polar H10');
  strap.deaf();
  const listener = here.wear({ deadlines: { discoveryMs: 100 } });
  await listener.until(({ link }) => link?.status === 'lost');
  expect(listener.link).toEqual({
    status: 'lost',
    reason: 'the strap does not say what it can do',
  });
  strap.deaf(false);
  await listener.connected();
  expect(here.radio.opened).toBe(2);
});

test('a drop in place of any answer of the discovery is survived', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear({ deadlines: { backOffMs: [1] } });
  for (let answer = 1; answer <= 7; answer += 1) {
    await listener.connected(answer);
    strap.dropAtAnswer(answer);
    strap.drop();
  }
  await listener.until(() => strap.count('connected') === 15 && strap.subscribed);
  beats(strap, 70);
  await listener.until(() => listener.bpms.length === 1);
  expect(strap.count('disconnected')).toBe(14);
  expect(here.warnings()).toBe('');
});

test('a strap whose measurement cannot be subscribed is tried again by a fresh driver', async () => {
  const strap = here.add('Polar H10', { withoutConfiguration: true });
  const listener = here.wear({ deadlines: { subscribeMs: 60 } });
  await listener.until(() => listener.count('lost') === 2);
  expect(listener.links).toContainEqual({
    status: 'lost',
    reason: 'the strap does not agree to send its measurements',
  });
  expect(here.radio.opened).toBe(2);
  expect(strap.count('subscribed')).toBe(0);
});

test('a strap without the service it advertises is named as such, let go, and asked again', async () => {
  const strap = here.add('Impostor', { withoutHeartRate: true, batteryPercent: 50 });
  const listener = here.wear();
  await listener.until(() => listener.count('lost') === 2);
  expect(strap.count('connected')).toBe(2);
  expect(listener.link).toEqual({ status: 'lost', reason: 'Impostor does not measure a pulse' });
});

test('a connection refused at once is a failed attempt; three of them bring a fresh driver', async () => {
  const strap = here.add('Polar H10');
  strap.refuse();
  const listener = here.wear();
  await listener.until(() => listener.count('lost') === 3);
  expect(listener.links).toContainEqual({
    status: 'lost',
    reason: 'the connection failed at once',
  });
  expect(here.radio.opened).toBe(1);
  strap.refuse(false);
  await listener.connected();
  expect(here.radio.opened).toBe(2);
  expect(strap.count('subscribed')).toBe(1);
});

test('a strap that takes its time with each answer is waited for', async () => {
  const strap = here.add('Polar H10');
  strap.delay(15);
  const listener = here.wear();
  await listener.connected();
  beats(strap, 70);
  await listener.until(() => listener.bpms.length === 1);
  expect(listener.story).toBe('searching connecting connected');
  expect(strap.count('connected')).toBe(1);
});
