import { describe, expect, test } from 'vitest';
import { recordedPulse } from '../recorded-pulse.ts';
import { laterLines, storingHome } from '../storing-home.ts';
import { type Called, type Fault, traced, untraceable } from '../strace.ts';

/** All times are those of the facts: what a busy machine takes on the way to here counts for nothing. */
const promisedMs = 1000;
/** As much again for a machine that is late with what was asked of it in time. */
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
const atMsOf = (line = ''): number => Number(/atMs\\?":([\d.]+)/.exec(line)?.[1] ?? Number.NaN);

/** Its lines in the order in which they were said: `> ` is before its words. */
async function faultyWatch(faults: readonly Fault[]) {
  const home = storingHome();
  const run = await traced(home, watch50Hz(), faults, [], { inOneStream: true });
  const said = run.stdout.trimEnd().split('\n');
  const [words, told] = [true, false].map((isWord) =>
    said.filter((line) => line.startsWith('> ') === isWord),
  );
  return { ...run, said, words, told: told ?? [], stored: laterLines(home) };
}

const isWarning = (line: string): boolean => line.includes('warning-raised');

/** The longest stretch of facts written and not yet synced, or of those before the first so many syncs. */
function mostWaitingMs(calls: readonly Called[], syncs = Number.POSITIVE_INFINITY): number {
  let [firstMs, mostMs, synced]: [number | undefined, number, number] = [undefined, 0, 0];
  for (const { call, line } of calls) {
    if (call === 'fdatasync') {
      firstMs = undefined;
      synced += 1;
    }
    if (synced === syncs) break;
    const atMs = atMsOf(line);
    if (call !== 'write' || Number.isNaN(atMs)) continue;
    firstMs ??= atMs;
    mostMs = Math.max(mostMs, atMs - firstMs);
  }
  return mostMs;
}

describe.skipIf(untraceable !== undefined)(untraceable ?? 'with the system calls watched', () => {
  test('D2 what is not on disk yet is a second at most, and a warning is asked for at once', async () => {
    const { code, calls } = await faultyWatch([]);
    expect(code).toBe(0);
    const onIt = calls.filter(onJournal);
    const warnings = onIt.filter(({ call, line }) => call === 'write' && isWarning(line));
    const most = mostWaitingMs(onIt);
    console.log(`D2: at most ${most} ms of facts were not on disk`);
    expect(warnings).toHaveLength(2);
    for (const warning of warnings) {
      const until = mostWaitingMs(onIt.slice(onIt.indexOf(warning)), 1);
      expect(until).toBeLessThan(promisedMs / 2);
    }
    expect(most).toBeGreaterThan(100);
    expect(most).toBeLessThan(promisedMs + busyMs);
  });

  test.each(['ENOSPC', 'EIO', 'EROFS', 'EACCES', 'EMFILE'])(
    'D7 %s for a second: NOT RECORDING within a second, every fact told, and no gap when it is over',
    async (code) => {
      const run = await faultyWatch([{ call: 'write', when: '60..130', does: `error=${code}` }]);
      const failed = run.calls.filter(({ line }) => line.includes('INJECTED'));
      expect(failed.length).toBeGreaterThan(20);
      const saidAt = run.said.findIndex((line) => line.startsWith('> NOT RECORDING'));
      const lateMs = atMsOf(run.said[saidAt + 1]) - atMsOf(failed[0]?.line);
      console.log(`D7 ${code}: NOT RECORDING ${lateMs} ms after the first fact that failed`);
      expect(lateMs).toBeLessThan(promisedMs);
      expect(run.code).toBe(0);
      expect(run.words).toEqual([
        expect.stringMatching(new RegExp(`^> NOT RECORDING: .*${code}`)),
        '> recording',
      ]);
      expect(run.told.filter((line) => line.includes('"warning-raised"'))).toHaveLength(2);
      expect(run.told.length).toBeGreaterThan(200);
      expect(run.stored).toEqual(run.told);
    },
  );

  test('D7 a sync that fails is not asked for again: the file is written anew, synced and put in its place', async () => {
    const run = await faultyWatch([{ call: 'fdatasync', when: '4', does: 'error=EIO' }]);
    expect(run.code).toBe(0);
    expect(run.words).toEqual([expect.stringMatching(/^> NOT RECORDING: .*EIO/), '> recording']);
    const failedAt = run.calls.findIndex(({ line }) => line.includes('INJECTED'));
    const after = run.calls.slice(failedAt + 1).filter(({ call }) => /sync|rename/.test(call));
    expect(run.calls[failedAt]?.line).toMatch(/fdatasync\(\d+<[^>]*\.ndjson>/);
    expect(after[0]?.line).toMatch(/fdatasync\(\d+<[^>]*\.new>/);
    expect(after[1]?.line).toMatch(/rename.*\.new.*\.ndjson/);
    expect(run.stored).toEqual(run.told);
  });
});
