import {
  BehaviorSubject,
  concat,
  NEVER,
  Observable,
  of,
  Subject,
  throwError,
  VirtualTimeScheduler,
} from 'rxjs';
import { describe, expect, test, vi } from 'vitest';
import type { HeartRateSensor, SensorSignal } from '../devices/heart-rate-sensor.ts';
import { parseSimulator } from '../devices/simulator/parse-simulator.ts';
import { simulateStrap } from '../devices/simulator/simulate-strap.ts';
import { scaledClock, simulatedClock } from '../src/clock.ts';
import { effortOf } from '../src/commands/effort.ts';
import { conduct } from '../src/controller.ts';
import { findRoutine } from '../src/library/library.ts';
import type { Fact, Key } from '../src/session/facts.ts';
import type { SessionHeader } from '../src/session/header.ts';
import { ready } from '../src/session/state.ts';
import type { Turn } from '../src/session/turn.ts';
import { headerOf, openHeader } from './session/story.ts';

const heart = headerOf(findRoutine('heart'), { source: 'simulator' });

/** The heart routine on a simulated heart that answers to the exercises, looked at every `tickMs`. */
function simulated(spec: string, tickMs: number): Fact[] {
  const options = parseSimulator(spec);
  if (typeof options === 'string') throw new Error(options);
  const scheduler = new VirtualTimeScheduler();
  const effort$ = new BehaviorSubject(0);
  const facts: Fact[] = [];
  const sensor = simulateStrap({ ...options, effort$, scheduler });
  conduct({ header: heart, sensor, keys$: NEVER, scheduler, tickMs }).subscribe((turn) => {
    facts.push(...turn.facts);
    effort$.next(effortOf(turn.state));
  });
  scheduler.flush();
  return facts;
}

describe('one live stream', () => {
  test.each([
    'simulator',
    'simulator:person=older,seed=7',
    'simulator:person=deconditioned,seed=3',
  ])('the same heart gives the same facts however often anyone looks: %s', (spec) => {
    const facts = simulated(spec, 250);
    expect(simulated(spec, 1000)).toEqual(facts);
    expect(simulated(spec, 17)).toEqual(facts);
    expect(facts.at(-1)).toMatchObject({ type: 'session-ended' });
  });

  test('what falls due is a turn at that very moment', () => {
    const scheduler = new VirtualTimeScheduler();
    const turns: Turn[] = [];
    const sensor: HeartRateSensor = concat(of(pulse(72)), NEVER);
    conduct({ ...parts(openHeader(), sensor, scheduler), tickMs: 100_000 }).subscribe((turn) =>
      turns.push(turn),
    );
    scheduler.maxFrames = 10_000;
    scheduler.flush();
    const late = turns.find(({ facts }) =>
      facts.some((fact) => fact.type === 'trust-changed' && fact.trust === 'late'),
    );
    expect(late?.atMs).toBe(3001);
  });

  test('the session ends, and lets go of its sensor, with the turn that says so', () => {
    const scheduler = new VirtualTimeScheduler();
    const keys$ = new Subject<Key>();
    let held = false;
    const sensor = new Observable<SensorSignal>(() => {
      held = true;
      return () => {
        held = false;
      };
    });
    const turns: Turn[] = [];
    let ended = false;
    conduct({ ...parts(openHeader(), sensor, scheduler), keys$ }).subscribe({
      next: (turn) => turns.push(turn),
      complete: () => {
        ended = true;
      },
    });
    expect(held).toBe(true);
    keys$.next('stop');
    expect([ended, held]).toEqual([true, false]);
    expect(turns.at(-1)?.state.phase).toEqual({ name: 'ended', reason: 'stopped' });
  });

  test("a sensor's error is passed on", () => {
    const scheduler = new VirtualTimeScheduler();
    let told: unknown;
    conduct(
      parts(
        openHeader(),
        throwError(() => new Error('no adapter')),
        scheduler,
      ),
    ).subscribe({
      error: (error: unknown) => {
        told = error;
      },
    });
    expect(told).toEqual(new Error('no adapter'));
  });
});

describe('clocks', () => {
  test('simulated time skips what is empty, in slices that let the process breathe', async () => {
    const clock = simulatedClock();
    const seen: number[] = [];
    clock.scheduler.schedule(() => seen.push(clock.scheduler.now()), 86_400_000);
    clock.run();
    expect(seen).toEqual([]);
    await vi.waitFor(() => expect(seen).toEqual([86_400_000]));
  });

  test('scaled time runs so many times faster, and everything happens when it is due', async () => {
    const clock = scaledClock(1000);
    const seen: number[] = [];
    clock.scheduler.schedule(() => seen.push(clock.scheduler.now()), 10_000);
    clock.run();
    await vi.waitFor(() => expect(seen).toEqual([10_000]));
    clock.stop();
  });
});

const pulse = (bpm: number): SensorSignal => ({
  type: 'measurement',
  measurement: { bpm, rrIntervalsMs: [] },
});

const parts = (
  header: SessionHeader,
  sensor: HeartRateSensor,
  scheduler: VirtualTimeScheduler,
) => ({
  header,
  sensor,
  keys$: NEVER,
  scheduler,
  tickMs: 250,
});

test.each([
  ['a new session', undefined, 130],
  ['one that goes on', 60_000, 60_130],
])(
  '§7 %s counts from when the wall clock was read, not from when it is first looked at',
  (_name, gapMs, firstMs) => {
    const scheduler = new VirtualTimeScheduler();
    const header = openHeader({ source: 'none' });
    const resumed = gapMs === undefined ? undefined : { state: ready(header), gapMs };
    const turns: Turn[] = [];
    const keys$ = new Subject<Key>();
    const parts = { header, sensor: NEVER, keys$, scheduler, tickMs: 250, begunMs: -130, resumed };
    conduct(parts).subscribe((turn) => turns.push(turn));
    expect(turns[0]?.atMs).toBe(firstMs);
    keys$.next('stop');
    expect(turns.at(-1)?.facts.at(-1)).toMatchObject({ type: 'session-ended', atMs: firstMs });
  },
);
