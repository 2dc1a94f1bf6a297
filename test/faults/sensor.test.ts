import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { encodeHeartRateMeasurement } from '../../devices/heart-rate-measurement.ts';
import { air } from '../end-to-end/air.ts';
import { knownHome, newestJournal, run } from '../end-to-end/pulsepace.ts';
import { terminal } from '../end-to-end/terminal.ts';
import { Listener } from '../virtual-strap/listener.ts';
import { ofType } from './told-facts.ts';

const rude = fileURLToPath(new URL('fixtures/rude-driver.mjs', import.meta.url));

test('a radio that answers twice, unasked, never, and after the disconnect: only what the subscribed strap sends is a measurement', async () => {
  const listener = new Listener({
    driver: rude,
    id: 'c00000000001',
    deadlines: { settleMs: 20, backOffMs: [5], jitter: 0, optionalMs: 100 },
  });
  onTestFinished(() => listener.stop());
  await listener.until(({ bpms }) => bpms.length >= 8);
  expect(listener.error).toBeUndefined();
  expect(listener.count('connecting')).toBe(4);
  expect(listener.bpms).toEqual([70, 71, 70, 71, 70, 71, 70, 71]);
});

test('a flood of the strap: 2000 packets in one burst and 1000 more, each twice, all in the journal, in order', async () => {
  const here = await air();
  const home = knownHome();
  const strap = here.add('Polar H10');
  await run(home, ['sensors', 'use', 'c00000000001'], { env: here.env });
  const screen = terminal(home, ['watch'], { env: here.env });
  await screen.shows('Polar H10', 20_000);
  await expect.poll(() => strap.subscribed, { timeout: 20_000 }).toBe(true);
  const sent: number[] = [];
  const send = (bpm: number): void => {
    expect(strap.send(encodeHeartRateMeasurement({ bpm, rrIntervalsMs: [] }))).toBe(true);
    sent.push(bpm);
  };
  for (let count = 0; count < 2000; count += 1) send(60 + (count % 20));
  for (let count = 0; count < 500; count += 1) {
    send(60 + (count % 20));
    send(60 + (count % 20));
    await new Promise((done) => setTimeout(done, 1));
  }
  send(85);
  await screen.shows('85 bpm', 20_000);
  screen.type('\u0003');
  expect((await screen.exit).exitCode).toBe(130);
  expect(ofType(newestJournal(home).facts, 'measured').map(({ bpm }) => bpm)).toEqual(sent);
}, 60_000);
