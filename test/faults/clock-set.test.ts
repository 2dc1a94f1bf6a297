import { spawn } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { encodeHeartRateMeasurement } from '../../devices/heart-rate-measurement.ts';
import { air } from '../end-to-end/air.ts';
import { binary, environment, knownHome, newestJournal, run } from '../end-to-end/pulsepace.ts';
import { expectUnmoved } from './clock-set.ts';
import { hourMs, lyingClock } from './lying-clock.ts';
import { ofType } from './told-facts.ts';

const patienceMs = 60_000;

// Other changes are in `long/`.

test(
  'a clock set back and forth by hours over a change of clocks: no fact is another, and day and length are right',
  () =>
    expectUnmoved({
      zone: 'America/New_York',
      at: '2026-11-01T06:00:00Z',
      before: '01:58',
      after: '01:10',
      offsets: [-240, -300],
    }),
  patienceMs,
);

test(
  'a clock set back and forth by hours under a real strap: no sleep, and every beat in its time',
  async () => {
    const [here, home, clock] = [await air(), knownHome(), lyingClock()];
    const strap = here.add('Polar H10', { batteryPercent: 80 });
    expect((await run(home, ['sensors', 'use', 'c00000000001'], { env: here.env })).code).toBe(0);
    /** When the beat of each number left the strap; its energy tells the number. */
    const sentMs: number[] = [];
    const beating = setInterval(() => {
      const beat = {
        bpm: 72,
        rrIntervalsMs: [800 + (sentMs.length % 40)],
        energyKj: sentMs.length,
      };
      const nowMs = performance.now();
      if (strap.send(encodeHeartRateMeasurement(beat))) sentMs.push(nowMs);
    }, 50);
    onTestFinished(() => clearInterval(beating));
    const options = `${here.env.NODE_OPTIONS} ${clock.env.NODE_OPTIONS}`;
    const env = environment(home, { ...here.env, ...clock.env, NODE_OPTIONS: options });
    const child = spawn(process.execPath, [binary, 'watch', '--json'], { env });
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const measurements = (): number => said.split('"measured"').length - 1;
    let due = 0;
    for (const byMs of [0, 5 * hourMs, -9 * hourMs, 4000, -hourMs, 30 * hourMs]) {
      clock.leap(byMs);
      due += 8;
      await expect.poll(measurements, { timeout: 20_000, interval: 20 }).toBeGreaterThan(due);
    }
    const ended = new Promise((done) => child.on('close', done));
    child.kill('SIGTERM');
    expect(await ended).toBe(143);

    const { facts } = newestJournal(home);
    const beats = ofType(facts, 'measured');
    expect(facts.filter(({ type }) => type === 'slept')).toEqual([]);
    expect(beats.map(({ energyKj }) => energyKj)).toEqual(beats.map((_, number) => number));
    const lagsMs = beats.map(({ atMs }, number) => atMs - (sentMs[number] ?? Number.NaN));
    const [most, least] = [Math.max(...lagsMs), Math.min(...lagsMs)];
    // A busy machine is late with a beat, by far less than any clock was set.
    expect(most - least).toBeLessThan(3000);
  },
  patienceMs,
);
