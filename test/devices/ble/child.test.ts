import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BluetoothUnavailable } from '../../../devices/ble/bluetooth-unavailable.ts';
import { builtPart } from '../../built-parts.ts';
import { FIXTURE_DRIVER, type Room, room } from '../../virtual-strap/room.ts';
import { until } from '../../virtual-strap/until.ts';
import { beats } from './packets.ts';

let here: Room;
beforeEach(async () => {
  here = await room();
});
afterEach(() => here.leave());

const PRELOAD = fileURLToPath(new URL('../../virtual-strap/preload.cjs', import.meta.url));

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function driverPid(): number {
  const pid = here.pids().at(-1);
  if (!pid) throw new Error('no driver has started');
  return pid;
}

test('a driver ended by any signal is replaced, and the strap is heard again', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear();
  await listener.connected();
  const signals = ['SIGKILL', 'SIGSEGV', 'SIGABRT', 'SIGTERM'] as const;
  for (const [round, signal] of signals.entries()) {
    beats(strap, 70 + round);
    await listener.until(() => listener.bpms.length === round + 1);
    process.kill(driverPid(), signal);
    await listener.connected(round + 2);
  }
  expect(listener.bpms).toEqual([70, 71, 72, 73]);
  expect(here.pids()).toHaveLength(5);
  expect(listener.count('lost')).toBe(4);
});

test('an interrupt of the whole group leaves the driver to its parent', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear();
  await listener.connected();
  process.kill(driverPid(), 'SIGINT');
  process.kill(driverPid(), 'SIGINT');
  beats(strap, 70);
  await listener.until(() => listener.bpms.length === 1);
  expect(listener.story).toBe('searching connecting connected');
});

test('a driver that stands still is killed and replaced', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear({ deadlines: { silenceMs: 40, forceMs: 80 } });
  await listener.connected();
  beats(strap, 70);
  await listener.until(() => listener.bpms.length === 1);
  const pid = driverPid();
  process.kill(pid, 'SIGSTOP');
  await listener.connected(2);
  await until(() => !alive(pid));
  expect(here.radio.opened).toBe(2);
});

test('unsubscribing hangs up and leaves no process behind', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear();
  await listener.connected();
  const pid = driverPid();
  listener.stop();
  await until(() => !alive(pid));
  await until(() => !strap.connected);
  expect(strap.log.at(-2)).toEqual({ what: 'disconnected', reason: 0x13 });
});

test('unsubscribing kills even a driver that stands still', async () => {
  here.add('Polar H10');
  const listener = here.wear({ deadlines: { endMs: 30 } });
  await listener.connected();
  const pid = driverPid();
  process.kill(pid, 'SIGSTOP');
  listener.stop();
  await until(() => !alive(pid));
});

test('each subscription has a driver of its own', async () => {
  here.add('Polar H10');
  const first = here.wear();
  await first.connected();
  first.stop();
  const second = here.wear();
  await second.connected();
  expect(here.pids()).toHaveLength(2);
});

test.for([
  ['EAFNOSUPPORT', /no Bluetooth/],
  ['EPERM', /may not be used/],
] as const)('%s ends the stream with one sentence and an advice', async ([fault, sentence]) => {
  const listener = here.wear({ env: { PULSEPACE_VIRTUAL_FAULT: fault } });
  await listener.until(() => listener.error !== undefined);
  expect(listener.error).toBeInstanceOf(BluetoothUnavailable);
  const { message, advice } = listener.error as BluetoothUnavailable;
  expect(message).toMatch(sentence);
  expect(advice).not.toBe('');
});

test('a missing adapter is a loss that is waited out, each time with a fresh driver', async () => {
  const listener = here.wear({ env: { PULSEPACE_VIRTUAL_FAULT: 'ENODEV' } });
  await listener.until(() => listener.count('lost') === 2);
  expect(listener.link).toEqual({
    status: 'lost',
    reason: 'no Bluetooth adapter is plugged in',
  });
  expect(here.pids()).toHaveLength(2);
});

test('an adapter that never says its state is given up by the deadline', async () => {
  here.radio.powerOff();
  const listener = here.wear({ deadlines: { adapterMs: 300 } });
  await listener.until(({ link }) => link?.status === 'lost');
  expect(listener.link).toEqual({
    status: 'lost',
    reason: 'the Bluetooth adapter does not answer',
  });
});

test('a program that cannot be started as the radio is a loss with its reason', async () => {
  const listener = here.wear({ execPath: '/nonexistent/node-ble' });
  await listener.until(({ link }) => link?.status === 'lost');
  expect(listener.link).toHaveProperty('reason', expect.stringContaining('ENOENT'));
});

test('the production driver serves as it is under --require', async () => {
  const strap = here.add('Polar H10');
  const listener = here.wear({
    driver: builtPart('driver'),
    env: { NODE_OPTIONS: `--require ${PRELOAD}` },
  });
  await listener.connected();
  beats(strap, 70);
  await listener.until(() => listener.bpms.length === 1);
  expect(strap.count('subscribed')).toBe(1);
});

test('not a byte of noble reaches our output, and our process never loads it', () => {
  const script = `
    import { createRequire } from 'node:module';
    import { strap } from ${JSON.stringify(builtPart('strap'))};
    const driver = ${JSON.stringify(FIXTURE_DRIVER)};
    strap({ driver }).subscribe({ error: () => {
      const loaded = Object.keys(createRequire(driver).cache).filter((file) => /noble|hci/.test(file));
      console.log(JSON.stringify(loaded));
    } });`;
  const env = { ...process.env, ...here.environment, PULSEPACE_VIRTUAL_FAULT: 'EPERM' };
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env,
    encoding: 'utf8',
  });
  expect(run).toMatchObject({ status: 0, stdout: '[]\n', stderr: '' });
});

test('a driver whose parent is killed hangs up and ends by itself', async () => {
  const strap = here.add('Polar H10');
  const script = `
    import { strap } from ${JSON.stringify(builtPart('strap'))};
    strap({ driver: ${JSON.stringify(FIXTURE_DRIVER)}, deadlines: { settleMs: 10 } }).subscribe();`;
  const env = { ...process.env, ...here.environment };
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { env });
  await until(() => strap.subscribed);
  const pid = driverPid();
  parent.kill('SIGKILL');
  await until(() => !alive(pid));
  await until(() => !strap.connected);
  expect(strap.log.at(-2)).toEqual({ what: 'disconnected', reason: 0x13 });
});
