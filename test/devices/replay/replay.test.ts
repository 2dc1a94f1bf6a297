import { take, VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { SensorSignal } from '../../../devices/heart-rate-sensor.ts';
import type { Recording } from '../../../devices/replay/recording.ts';
import { replay } from '../../../devices/replay/replay.ts';
import { observe } from '../observed.ts';

const connected: SensorSignal = { type: 'link', link: { status: 'connected', name: 'a strap' } };
const lost: SensorSignal = { type: 'link', link: { status: 'lost', reason: 'out of range' } };
const measured = (bpm: number): SensorSignal => ({
  type: 'measurement',
  measurement: { bpm, rrIntervalsMs: [] },
});

const recording: Recording = {
  source: 'by hand',
  signals: [
    { atMs: 0, signal: connected },
    { atMs: 1000, signal: measured(70) },
    { atMs: 1000, signal: measured(71) },
    { atMs: 1003.5, signal: lost },
    { atMs: 61_000, signal: measured(72) },
  ],
  durationMs: 62_500,
};

describe('replay', () => {
  it('§8 says each signal at its recorded time, gaps and links as they were, and completes at its end', () => {
    const { signals, completedAtMs } = observe((s) => replay(recording, s), 100_000);
    expect(signals).toEqual(recording.signals);
    expect(completedAtMs).toBe(62_500);
  });

  it('is cold: each subscription replays from its own beginning', () => {
    const scheduler = new VirtualTimeScheduler();
    const sensor = replay(recording, scheduler);
    const seen: string[] = [];
    expect(scheduler.actions.length).toBe(0);
    sensor.pipe(take(2)).subscribe(({ type }) => seen.push(`first ${type} ${scheduler.now()}`));
    scheduler.schedule(() => {
      sensor.pipe(take(2)).subscribe(({ type }) => seen.push(`second ${type} ${scheduler.now()}`));
    }, 500);
    expect(seen).toEqual([]);
    scheduler.flush();
    expect(seen).toEqual([
      'first link 0',
      'second link 500',
      'first measurement 1000',
      'second measurement 1500',
    ]);
    expect(scheduler.actions.length).toBe(0);
  });

  it('leaves nothing scheduled when let go, also between two signals of one moment', () => {
    expect(observe((s) => replay(recording, s), 30_000).leftScheduled).toBe(0);
    const { signals, leftScheduled } = observe((s) => replay(recording, s).pipe(take(2)), 100_000);
    expect(signals.map(({ signal }) => signal)).toEqual([connected, measured(70)]);
    expect(leftScheduled).toBe(0);
  });

  it('completes an empty recording at its end', () => {
    const empty: Recording = { source: 'nothing', signals: [], durationMs: 5000 };
    expect(observe((s) => replay(empty, s), 10_000)).toEqual({
      signals: [],
      completedAtMs: 5000,
      leftScheduled: 0,
    });
  });

  it('has one timer at a time, however long the recording', () => {
    const signals = Array.from({ length: 10_000 }, (_, i) => ({ atMs: i, signal: measured(70) }));
    const scheduler = new VirtualTimeScheduler();
    let most = 0;
    replay({ source: 'long', signals, durationMs: 10_000 }, scheduler).subscribe(() => {
      most = Math.max(most, scheduler.actions.length);
    });
    most = scheduler.actions.length;
    scheduler.flush();
    expect(most).toBe(1);
  });
});
