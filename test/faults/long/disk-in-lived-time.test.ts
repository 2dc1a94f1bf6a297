import { describe, expect, test } from 'vitest';
import { recordedPulse } from '../recorded-pulse.ts';
import { laterLines, storingHome } from '../storing-home.ts';
import { type Called, type Fault, traced, untraceable } from '../strace.ts';

/** What is promised, and as much again for a busy machine. */
const promisedMs = 1000;
const busyMs = 1000;

/** At 50 Hz, up past both limits. */
const watch50Hz = (): string[] => {
  const pulse = recordedPulse([
    { bpm: [80, 81], seconds: 2.6, everyMs: 20 },
    { bpm: [92, 93], seconds: 1.4, everyMs: 20 },
    { bpm: [104, 103], seconds: 1.2, everyMs: 20 },
  ]);
  return ['watch', '--sensor', `replay:${pulse}`, '--json'];
};

const onJournal = ({ line }: Called): boolean => /\d<[^>]*ndjson(\.\w+\.new)?>/.test(line);
const atMsOf = ({ line }: Called): number => Number(/atMs\\":([\d.]+)/.exec(line)?.[1] ?? 0);
const secondsOf = ({ line }: Called): number => Number(/^\d+ +([\d.]+)/.exec(line)?.[1]);

async function faultyWatch(faults: readonly Fault[]) {
  const home = storingHome();
  const saidAt: number[] = [];
  const run = await traced(home, watch50Hz(), faults, [], (text) => {
    if (text.includes('NOT RECORDING')) saidAt.push(Date.now());
  });
  return { ...run, saidAt, stored: laterLines(home), told: run.stdout.trimEnd().split('\n') };
}

describe.skipIf(untraceable !== undefined)(untraceable ?? 'with the system calls watched', () => {
  test('D2 what is not on disk yet is a second at most, and a warning is asked for at once', async () => {
    const { code, calls } = await faultyWatch([]);
    expect(code).toBe(0);
    const waiting: number[] = [];
    let warnedAtMs: number | undefined;
    let [most, warnings] = [0, 0];
    for (const called of calls.filter(onJournal)) {
      if (called.call === 'fdatasync') {
        waiting.length = 0;
        warnedAtMs = undefined;
      }
      if (called.call !== 'write') continue;
      const atMs = atMsOf(called);
      if (warnedAtMs !== undefined) expect(atMs - warnedAtMs).toBeLessThan(promisedMs / 2);
      if (called.line.includes('warning-raised')) {
        warnings += 1;
        warnedAtMs = atMs;
      }
      waiting.push(atMs);
      most = Math.max(most, atMs - (waiting[0] ?? atMs));
    }
    console.log(`D2: at most ${most} ms of facts were not on disk`);
    expect(warnings).toBe(2);
    expect(most).toBeGreaterThan(100);
    expect(most).toBeLessThan(promisedMs + busyMs);
  });

  test.each(['ENOSPC', 'EIO', 'EROFS', 'EACCES', 'EMFILE'])(
    'D7 %s for a second: NOT RECORDING within a second, every fact told, and no gap when it is over',
    async (code) => {
      const run = await faultyWatch([{ call: 'write', when: '60..130', does: `error=${code}` }]);
      const failed = run.calls.filter(({ line }) => line.includes('INJECTED'));
      expect(failed.length).toBeGreaterThan(20);
      const [first] = failed;
      if (first === undefined) throw new Error('nothing failed');
      const saidMs = (run.saidAt[0] ?? Number.POSITIVE_INFINITY) - secondsOf(first) * 1000;
      console.log(
        `D7 ${code}: NOT RECORDING ${saidMs.toFixed(0)} ms after the first write that failed`,
      );
      expect(saidMs).toBeLessThan(promisedMs + busyMs);
      expect(run.code).toBe(0);
      expect(run.stderr).toMatch(new RegExp(`> NOT RECORDING: .*${code}.*\n> recording\n$`));
      expect(run.told.filter((line) => line.includes('"warning-raised"'))).toHaveLength(2);
      expect(run.told.length).toBeGreaterThan(200);
      expect(run.stored).toEqual(run.told);
    },
  );

  test('D7 a sync that fails is not asked for again: the file is written anew, synced and put in its place', async () => {
    const run = await faultyWatch([{ call: 'fdatasync', when: '4', does: 'error=EIO' }]);
    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(/NOT RECORDING: .*EIO.*\n> recording\n$/);
    const failedAt = run.calls.findIndex(({ line }) => line.includes('INJECTED'));
    const after = run.calls.slice(failedAt + 1).filter(({ call }) => /sync|rename/.test(call));
    expect(run.calls[failedAt]?.line).toMatch(/fdatasync\(\d+<[^>]*\.ndjson>/);
    expect(after[0]?.line).toMatch(/fdatasync\(\d+<[^>]*\.new>/);
    expect(after[1]?.line).toMatch(/rename.*\.new.*\.ndjson/);
    expect(run.stored).toEqual(run.told);
  });
});
