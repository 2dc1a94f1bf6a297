import { spawn } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { encodeHeartRateMeasurement } from '../../../devices/heart-rate-measurement.ts';
import { air } from '../../end-to-end/air.ts';
import { binary, environment, knownHome, newestJournal, run } from '../../end-to-end/pulsepace.ts';

const stoppedMs = 60_000;
const beatsLooked = 40;

test('a process that is stopped for 60 s: the session is as long as it was, within 0.1 s, and the gap is a gap', async () => {
  const here = await air();
  const home = knownHome();
  const strap = here.add('Polar H10', { batteryPercent: 80 });
  expect((await run(home, ['sensors', 'use', 'c00000000001'], { env: here.env })).code).toBe(0);
  /** When the beat of each number left the strap; its energy tells the number. */
  const sentMs: number[] = [];
  const beating = setInterval(() => {
    const beat = { bpm: 72, rrIntervalsMs: [800 + (sentMs.length % 40)], energyKj: sentMs.length };
    const nowMs = performance.now();
    if (strap.send(encodeHeartRateMeasurement(beat))) sentMs.push(nowMs);
  }, 200);
  onTestFinished(() => clearInterval(beating));

  const args = [binary, 'watch', '--json'];
  const child = spawn(process.execPath, args, { env: environment(home, here.env) });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const measurements = (): number => said.split('"measured"').length - 1;
  const waiting = { timeout: 60_000, interval: 50 };
  await expect.poll(measurements, waiting).toBeGreaterThan(beatsLooked);
  child.kill('SIGSTOP');
  await new Promise((done) => setTimeout(done, stoppedMs));
  child.kill('SIGCONT');
  await expect.poll(() => said, waiting).toContain('"slept"');
  // What was on its way meanwhile comes first.
  said = '';
  const fresh = sentMs.length + 5;
  await expect.poll(() => said, waiting).toContain(`"energyKj":${fresh + beatsLooked}`);
  const ended = new Promise((done) => child.on('close', done));
  child.kill('SIGTERM');
  expect(await ended).toBe(143);

  const { facts } = newestJournal(home);
  const slept = facts.find(({ type }) => type === 'slept');
  if (slept?.type !== 'slept') throw new Error('the sleep is not told');
  /** By how much later than it was sent the quickest beat was measured, up to a constant. */
  const lagMs = (isLooked: (number: number, atMs: number) => boolean): number =>
    Math.min(
      ...facts.flatMap((fact) => {
        if (fact.type !== 'measured' || fact.energyKj === undefined) return [];
        if (!isLooked(fact.energyKj, fact.atMs)) return [];
        return [fact.atMs - (sentMs[fact.energyKj] ?? Number.NaN)];
      }),
    );
  const errorMs = lagMs((number) => number >= fresh) - lagMs((_, atMs) => atMs <= slept.atMs);
  console.log(`SIGSTOP for ${stoppedMs} ms: the session is ${errorMs.toFixed(1)} ms off`);
  expect(Math.abs(errorMs)).toBeLessThan(100);
  expect(slept.untilMs - slept.atMs).toBeGreaterThan(stoppedMs - 1500);
  expect(facts.filter(({ atMs }) => atMs > slept.atMs && atMs < slept.untilMs)).toEqual([]);
}, 600_000);
