import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Subject } from 'rxjs';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Room, room } from '../../virtual-strap/room.ts';
import { until } from '../../virtual-strap/until.ts';
import { pulse } from './packets.ts';

let here: Room;
beforeEach(async () => {
  here = await room();
});
afterEach(() => here.leave());

const file = (name: string) =>
  fileURLToPath(new URL(`../../virtual-strap/${name}`, import.meta.url));

test('a strap made by others, with bleno, is found, heard, read and written', async () => {
  const said: string[] = [];
  const bleno = fork(file('bleno-strap.cjs'), [], {
    execArgv: ['--require', file('preload.cjs')],
    env: { ...process.env, ...here.environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  onTestFinished(() => void bleno.kill('SIGKILL'));
  bleno.on('message', (message) => said.push(String(message)));
  await until(() => said.includes('advertising'));

  const resetEnergy$ = new Subject<void>();
  const outcomes: string[] = [];
  const listener = here.wear({ resetEnergy$, onEnergyReset: (outcome) => outcomes.push(outcome) });
  await listener.connected();
  for (const bpm of [61, 62, 63]) bleno.send(Buffer.from(pulse(bpm)).toString('hex'));
  await listener.until(() => listener.bpms.length === 3);
  await listener.until(({ link }) => link?.status === 'connected' && link.batteryPercent === 64);
  resetEnergy$.next();
  await until(() => outcomes.length === 1 && said.length === 3);

  expect(listener.bpms).toEqual([61, 62, 63]);
  expect(listener.link).toEqual({
    status: 'connected',
    name: 'Second strap',
    batteryPercent: 64,
    bodyLocation: 'chest',
  });
  expect(outcomes).toEqual(['done']);
  expect(said).toEqual(['advertising', 'subscribed', 'written 01']);
});
