import { describe, expect, test } from 'vitest';
import { expectUndamaged } from './faulty-commands.ts';
import { recordedPulse } from './recorded-pulse.ts';
import { laterLines, storingHome } from './storing-home.ts';
import { type Fault, traced, untraceable } from './strace.ts';

const why = untraceable === undefined ? '' : ` (skipped: ${untraceable})`;
const disk: Record<string, readonly Fault[]> = {
  'a write fails': [{ call: 'write', when: '30', does: 'error=ENOSPC:signal=SIGTERM' }],
  'no sync succeeds any more': [
    { call: 'write', when: '30', does: 'signal=SIGTERM' },
    { call: 'fsync', when: '1+', does: 'error=EIO' },
    { call: 'fdatasync', when: '1+', does: 'error=EIO' },
  ],
};

describe.skipIf(why !== '')(`SIGTERM while the disk fails${why}`, () => {
  test.each(Object.entries(disk))(
    'D7 %s: gone with 143, and every fact that was told is there',
    async (_, faults) => {
      const home = storingHome();
      const pulse = recordedPulse([{ bpm: [80, 81], seconds: 20, everyMs: 20 }]);
      const args = ['watch', '--sensor', `replay:${pulse}`, '--json'];
      const { code, stdout, calls } = await traced(home, args, faults);
      expect(code).toBe(143);
      expect(calls.some(({ line }) => line.includes('INJECTED'))).toBe(true);
      const told = stdout.trimEnd().split('\n');
      expect(told.length).toBeGreaterThan(20);
      expect(laterLines(home).slice(0, told.length)).toEqual(told);
      expectUndamaged(home);
    },
    60_000,
  );
});
