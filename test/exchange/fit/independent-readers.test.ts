import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import FitParser from 'fit-file-parser';
import { describe, expect, test } from 'vitest';
import { carriedFrom } from '../../../src/exchange/carried-from.ts';
import type { DatedSession } from '../../../src/exchange/carried-session.ts';
import { asFitHolds } from '../../../src/exchange/fit/as-fit-holds.ts';
import { encodeFit } from '../../../src/exchange/fit/encode-fit.ts';
import { temporaryFolder } from '../../journal/samples.ts';
import { pacedSession } from '../stories.ts';
import { beatsAsGoldenCheetah, crcByBits } from './golden-cheetah.ts';

const { header, facts } = pacedSession();
const session = carriedFrom(header, facts);
const held = asFitHolds(session);
const bytes = encodeFit(session, 10);
const beats = (of: DatedSession): number[] => of.points.flatMap((point) => point.rrIntervalsMs);

const parsed = (fit: Uint8Array) =>
  new FitParser({ force: false, mode: 'list' }).parseAsync(Buffer.from(fit));

describe('a FIT file of ours, read by fit-file-parser', () => {
  test('gives the pulse of every second, absent where it was not trusted', async () => {
    const { records = [] } = await parsed(bytes);
    const read = records.map(({ timestamp, heart_rate }) => [
      Date.parse(String(timestamp)) - Date.parse(session.startedAt),
      heart_rate,
    ]);
    expect(read).toEqual(held.points.map(({ atMs, bpm }) => [atMs, bpm]));
    expect(held.points.filter(({ bpm }) => bpm === undefined).length).toBe(1);
  });

  test('has one lap a step, named by its workout step, with the length to the millisecond', async () => {
    const { laps = [], messages } = await parsed(bytes);
    const { workout_step: steps = [] } = messages as unknown as Record<
      string,
      { wkt_step_name: string }[]
    >;
    const read = laps.map((lap) => {
      const { value } = lap.wkt_step_index as unknown as { value: number };
      return [steps[value]?.wkt_step_name, lap.total_elapsed_time];
    });
    expect(read).toEqual(
      held.laps.map(({ name, startMs, endMs }) => [name, (endMs - startMs) / 1000]),
    );
    expect(read.length).toBe(3);
  });

  test('says what kind of session it was, and when it was there', async () => {
    const { sessions = [], activity } = await parsed(bytes);
    expect(sessions[0]).toMatchObject({
      sport: 'training',
      sub_sport: 'cardio_training',
      total_elapsed_time: 240,
      pulsepace_session: 'ab12cd',
    });
    const { timestamp, local_timestamp } = activity as unknown as Record<string, string>;
    expect(Date.parse(local_timestamp ?? '') - Date.parse(timestamp ?? '')).toBe(3_600_000);
    expect(sessions[0]?.total_timer_time).toBe(210.3);
  });

  test('has the timer stopped and started by the pause, and the warnings as alerts', async () => {
    const { events = [] } = await parsed(bytes);
    const read = events.map(({ event, event_type, data }) => `${event} ${event_type} ${data}`);
    expect(read).toEqual([
      'timer start 0',
      'hr_high_alert marker 93',
      'hr_high_alert stop 93',
      'timer stop_all 0',
      'timer start 0',
      'timer stop_all 0',
    ]);
  });
});

describe('a FIT file of ours, byte by byte', () => {
  test('has a header of 14 bytes and both checksums, by the bitwise definition', () => {
    expect(bytes[0]).toBe(14);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    expect(view.getUint32(4, true)).toBe(bytes.length - 16);
    expect(view.getUint16(12, true)).toBe(crcByBits(bytes.subarray(0, 12)));
    expect(view.getUint16(bytes.length - 2, true)).toBe(crcByBits(bytes.subarray(0, -2)));
  });

  test('gives GoldenCheetah, which drops RR that come one by one, all of them: same sum, same RMSSD', () => {
    const read = beatsAsGoldenCheetah(bytes);
    const written = beats(held);
    expect(read.length).toBeGreaterThan(200);
    expect(read.reduce((sum, ms) => sum + ms, 0)).toBe(written.reduce((sum, ms) => sum + ms, 0));
    expect(rmssd(read)).toBeCloseTo(rmssd(beats(session)), 0);
    expect(rmssd(read)).toBe(rmssd(written));
  });

  test.skipIf(!onPath('gpsbabel'))(
    'gives gpsbabel every trusted pulse (skipped without gpsbabel)',
    () => {
      const path = join(temporaryFolder(), 'x.fit');
      writeFileSync(path, bytes);
      const from = ['-i', 'garmin_fit,allpoints=1', '-f', path];
      const tcx = execFileSync('gpsbabel', [...from, '-o', 'gtrnctr', '-F', '-'], {
        encoding: 'utf8',
      });
      const read = [...tcx.matchAll(/<HeartRateBpm[^>]*>\s*<Value>(\d+)/g)].map(([, bpm]) =>
        Number(bpm),
      );
      expect(read).toEqual(held.points.flatMap(({ bpm }) => bpm ?? []));
      execFileSync('gpsbabel', [...from, '-o', 'csv', '-F', '-']);
    },
  );

  const fit2tcx = '/usr/share/pytrainer/plugins/garmin-fit/bin/fit2tcx';
  test.skipIf(!existsSync(fit2tcx) || !onPath('perl'))(
    "gives pytrainer's fit2tcx the laps, and the pulses to the end of the last (skipped without pytrainer)",
    () => {
      const path = join(temporaryFolder(), 'x.fit');
      writeFileSync(path, bytes);
      const tcx = execFileSync('perl', [`-I${join(fit2tcx, '..')}`, fit2tcx, path], {
        encoding: 'utf8',
      });
      const read = [...tcx.matchAll(/<HeartRateBpm>\s*<Value>(\d+)/g)].map(([, bpm]) =>
        Number(bpm),
      );
      const untilMs = held.laps.at(-1)?.endMs ?? 0;
      const within = held.points.filter(({ atMs }) => atMs < untilMs);
      expect(read).toEqual(within.flatMap(({ bpm }) => bpm ?? []));
      expect(within.length).toBeGreaterThan(200);
      expect(tcx.match(/<Lap /g)?.length).toBe(3);
    },
  );
});

function rmssd(all: readonly number[]): number {
  const squares = all.slice(1).map((ms, index) => (ms - (all[index] ?? 0)) ** 2);
  return Math.sqrt(squares.reduce((sum, each) => sum + each, 0) / squares.length);
}

function onPath(command: string): boolean {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, command)));
}
