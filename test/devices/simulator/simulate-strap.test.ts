import {
  concat,
  NEVER,
  Observable,
  of,
  Subject,
  take,
  throwError,
  VirtualTimeScheduler,
} from 'rxjs';
import { describe, expect, it, test } from 'vitest';
import { FAULT_KINDS, type Fault, type FaultKind } from '../../../devices/simulator/fault.ts';
import { PERSONS, type Person, UNTRAINED } from '../../../devices/simulator/persons.ts';
import { simulateStrap } from '../../../devices/simulator/simulate-strap.ts';
import { linksOf, measurementsOf, type Observed, observe } from '../observed.ts';

const RAW_MAX_MS = (65_535 * 1000) / 1024;

type Run = {
  person?: Person;
  seed?: number;
  /** Effort in MET from each second on. */
  mets?: readonly (readonly [fromS: number, met: number])[];
  faults?: readonly Fault[];
  forS: number;
};

function run({ person = UNTRAINED, seed = 7, mets = [], faults = [], forS }: Run) {
  return observe((scheduler) => {
    const effort$ = new Observable<number>((subscriber) => {
      for (const [fromS, met] of mets) {
        subscriber.add(scheduler.schedule(() => subscriber.next((met - 1) / 9), fromS * 1000 + 1));
      }
    });
    return simulateStrap({ person, seed, effort$, scheduler, faults });
  }, forS * 1000);
}

function meanBpm(signals: readonly Observed[], fromS: number, toS: number): number {
  const rrMs = measurementsOf(signals)
    .filter(({ atMs }) => atMs > fromS * 1000 && atMs <= toS * 1000)
    .flatMap(({ measurement }) => measurement.rrIntervalsMs);
  return (60_000 * rrMs.length) / rrMs.reduce((a, b) => a + b, 0);
}

function faulty(kind: FaultKind, fromS: number, untilS: number, forS = 60) {
  const { signals } = run({
    faults: [{ kind, fromMs: fromS * 1000, untilMs: untilS * 1000 }],
    forS,
  });
  const inside = ({ atMs }: { atMs: number }) => atMs >= fromS * 1000 && atMs < untilS * 1000;
  const measurements = measurementsOf(signals);
  return {
    signals,
    during: measurements.filter(inside).map(({ measurement }) => measurement),
    outside: measurements.filter((m) => !inside(m)).map(({ measurement }) => measurement),
  };
}

describe('simulateStrap', () => {
  it('searches, connects, and then notifies once every second', () => {
    const { signals, completedAtMs } = run({ forS: 10 });
    expect(linksOf(signals)).toEqual([
      { atMs: 0, link: { status: 'searching' } },
      { atMs: 300, link: { status: 'connecting', name: 'Simulated strap' } },
      {
        atMs: 700,
        link: {
          status: 'connected',
          name: 'Simulated strap',
          batteryPercent: 90,
          bodyLocation: 'chest',
        },
      },
    ]);
    expect(measurementsOf(signals).map(({ atMs }) => atMs)).toEqual(
      Array.from({ length: 10 }, (_, i) => 1000 * (i + 1)),
    );
    expect(completedAtMs).toBeUndefined();
  });

  it('says the same for the same seed and effort, and something else for another seed', () => {
    const mets = [[60, 3.5]] as const;
    const first = run({ seed: 7, mets, forS: 300 }).signals;
    expect(run({ seed: 7, mets, forS: 300 }).signals).toEqual(first);
    expect(run({ seed: 8, mets, forS: 300 }).signals).not.toEqual(first);
  });

  it('is cold: nothing before subscribing, nothing synchronous, each subscription its own heart', () => {
    const scheduler = new VirtualTimeScheduler(undefined, 30_000);
    let efforts = 0;
    const effort$ = new Observable<number>(() => {
      efforts += 1;
    });
    const sensor = simulateStrap({ person: UNTRAINED, seed: 1, effort$, scheduler });
    expect([efforts, scheduler.actions.length]).toEqual([0, 0]);
    const heard: Observed['signal'][][] = [[], []];
    sensor.subscribe((signal) => heard[0]?.push(signal));
    sensor.subscribe((signal) => heard[1]?.push(signal));
    expect(heard).toEqual([[], []]);
    expect(efforts).toBe(2);
    scheduler.flush();
    expect(heard[0]?.length).toBe(33);
    expect(heard[1]).toEqual(heard[0]);
  });

  it('leaves nothing scheduled and no listener to the effort when let go, at any moment', () => {
    for (let untilMs = 0; untilMs <= 3000; untilMs += 50) {
      const scheduler = new VirtualTimeScheduler(undefined, untilMs);
      const effort$ = new Subject<number>();
      const sensor = simulateStrap({ person: UNTRAINED, seed: 1, effort$, scheduler });
      const subscription = sensor.subscribe();
      scheduler.flush();
      expect([effort$.observed, scheduler.actions.length]).toEqual([true, 1]);
      subscription.unsubscribe();
      expect([effort$.observed, scheduler.actions.length]).toEqual([false, 0]);
    }
    for (let count = 1; count < 6; count += 1) {
      const { leftScheduled, signals } = observe(
        (scheduler) =>
          simulateStrap({ person: UNTRAINED, seed: 1, effort$: NEVER, scheduler }).pipe(
            take(count),
          ),
        10_000,
      );
      expect([signals.length, leftScheduled]).toEqual([count, 0]);
    }
  });

  it('goes on after the effort completes, and fails where the effort fails', () => {
    const scheduler = new VirtualTimeScheduler(undefined, 200_000);
    const options = { person: UNTRAINED, seed: 1, scheduler };
    const bpms: number[] = [];
    simulateStrap({ ...options, effort$: of(1) }).subscribe((signal) => {
      if (signal.type === 'measurement') bpms.push(signal.measurement.bpm);
    });
    const failures: unknown[] = [];
    const failing = concat(
      of(0),
      throwError(() => 'no more effort'),
    );
    simulateStrap({ ...options, effort$: failing }).subscribe({ error: (e) => failures.push(e) });
    scheduler.flush();
    expect(bpms.at(-1)).toBeGreaterThan(150);
    expect(failures).toEqual(['no more effort']);
  });

  test.each([
    ['rest', 1, 70.5, 73.5],
    ['light work, 2.3 MET', 2.3, 88, 92],
    ['moderate work, 3.5 MET', 3.5, 102, 108],
    ['all he has, 10 MET', 10, 165, 170],
  ])('lets an untrained heart settle at %s', (_what, met, least, most) => {
    for (const seed of [1, 2, 3]) {
      const { signals } = run({ seed, mets: [[0, met]], forS: 480 });
      const bpm = meanBpm(signals, 300, 480);
      expect(bpm).toBeGreaterThan(least);
      expect(bpm).toBeLessThan(most);
    }
  });

  test.each(PERSONS.map((person) => [person.name, person] as const))(
    'lets the %s heart rise and fall with its own time constants',
    (_name, person) => {
      const startS = 60;
      const endS = 460;
      const halfway = [
        [startS, (1 + person.metMax) / 2],
        [endS, 1],
      ] as const;
      const { signals } = run({ person, mets: halfway, forS: 600 });
      const rise = (person.highestBpm - person.restingBpm) / 2;
      const share = (atS: number): number =>
        (meanBpm(signals, atS - 4, atS + 4) - person.restingBpm) / rise;
      expect(share(startS - 5)).toBeLessThan(0.1);
      expect(share(startS + person.riseS)).toBeCloseTo(1 - Math.exp(-1), 1);
      expect(share(endS - 5)).toBeGreaterThan(0.95);
      expect(share(endS + person.fallS)).toBeCloseTo(Math.exp(-1), 1);
    },
  );

  it('breathes: RR swing more at rest than at work, and less in the older', () => {
    const rmssd = (person: Person, met: number): number => {
      const { signals } = run({ person, mets: [[0, met]], forS: 420 });
      const rrMs = measurementsOf(signals)
        .filter(({ atMs }) => atMs > 200_000)
        .flatMap(({ measurement }) => measurement.rrIntervalsMs);
      const steps = rrMs.slice(1).map((value, i) => (value - (rrMs[i] ?? 0)) ** 2);
      return Math.sqrt(steps.reduce((a, b) => a + b, 0) / steps.length);
    };
    const named = (name: string): Person => PERSONS.find((p) => p.name === name) ?? UNTRAINED;
    expect(rmssd(UNTRAINED, 1)).toBeGreaterThan(1.5 * rmssd(UNTRAINED, 3.5));
    expect(rmssd(UNTRAINED, 1)).toBeGreaterThan(1.3 * rmssd(named('older'), 1));
    expect(rmssd(named('fit'), 1)).toBeGreaterThan(1.5 * rmssd(UNTRAINED, 1));
  });

  it('sends RR whose sum keeps to the time within a beat, over an hour', () => {
    const mets = [
      [600, 5],
      [1200, 1],
      [1800, 3],
      [2400, 2],
    ] as const;
    const { signals } = run({ mets, forS: 3600 });
    let beatMs = 0;
    let longestMs = 0;
    const lagsMs = measurementsOf(signals).flatMap(({ atMs, measurement: { rrIntervalsMs } }) => {
      for (const rrMs of rrIntervalsMs) {
        beatMs += rrMs;
        longestMs = Math.max(longestMs, rrMs);
      }
      return rrIntervalsMs.length > 0 ? [atMs - beatMs] : [];
    });
    expect(lagsMs.length).toBeGreaterThan(3400);
    expect(Math.max(...lagsMs) - Math.min(...lagsMs)).toBeLessThan(longestMs);
  });

  it('takes efforts that are no effort for the nearest one', () => {
    const scheduler = new VirtualTimeScheduler(undefined, 60_000);
    const last = [Number.NaN, -3, 0].map((effort) => {
      const seen: Observed['signal'][] = [];
      simulateStrap({ person: UNTRAINED, seed: 1, effort$: of(effort), scheduler }).subscribe((s) =>
        seen.push(s),
      );
      return seen;
    });
    scheduler.flush();
    expect(last[0]?.length).toBe(63);
    expect(last[0]).toEqual(last[2]);
    expect(last[1]).toEqual(last[2]);
  });
});

describe('faults on the wire', () => {
  it('has none unless asked', () => {
    for (const { measurement } of measurementsOf(run({ forS: 600 }).signals)) {
      expect(Object.keys(measurement)).toEqual(['bpm', 'rrIntervalsMs', 'skinContact']);
      expect(measurement.skinContact).toBe(true);
      expect(measurement.rrIntervalsMs.length).toBeLessThan(3);
      expect(measurement.bpm).toBeGreaterThan(60);
    }
  });

  it.each([...FAULT_KINDS])('%s leaves what was before it untouched', (kind) => {
    const earlier = (signals: Observed[]) => signals.filter(({ atMs }) => atMs < 20_000);
    expect(earlier(faulty(kind, 20, 40).signals)).toEqual(earlier(run({ forS: 60 }).signals));
  });

  it('dropout: the link is lost, then back, and the heart went on', () => {
    const { signals, during } = faulty('dropout', 20, 40);
    expect(during).toEqual([]);
    expect(
      linksOf(signals)
        .slice(3)
        .map(({ atMs, link }) => [atMs, link.status]),
    ).toEqual([
      [20_000, 'lost'],
      [40_000, 'connecting'],
      [40_400, 'connected'],
    ]);
    const after = measurementsOf(signals).filter(({ atMs }) => atMs > 40_000);
    expect(after).toEqual(
      measurementsOf(run({ forS: 60 }).signals).filter(({ atMs }) => atMs > 40_000),
    );
  });

  it('dropout: two that overlap are one; one before the strap was found delays it', () => {
    const dropout = (fromMs: number, untilMs: number): Fault => ({
      kind: 'dropout',
      fromMs,
      untilMs,
    });
    const statuses = (faults: Fault[]) =>
      linksOf(run({ faults, forS: 30 }).signals).map(({ atMs, link }) => [atMs, link.status]);
    expect(statuses([dropout(8000, 12_000), dropout(5000, 9000)]).slice(3)).toEqual([
      [5000, 'lost'],
      [12_000, 'connecting'],
      [12_400, 'connected'],
    ]);
    expect(statuses([dropout(500, 5000)])).toEqual([
      [0, 'searching'],
      [300, 'connecting'],
      [500, 'lost'],
      [5000, 'connecting'],
      [5400, 'connected'],
    ]);
    expect(statuses([dropout(5000, Infinity)]).at(-1)).toEqual([5000, 'lost']);
  });

  it('freeze: the packet before it, again and again, RR included', () => {
    const { signals, during } = faulty('freeze', 20, 40);
    const frozen = measurementsOf(signals).find(({ atMs }) => atMs === 19_000)?.measurement;
    expect(during).toEqual(Array(20).fill(frozen));
  });

  it('zeros: bpm 0 without RR', () => {
    const { during, outside } = faulty('zeros', 20, 40);
    expect(during).toEqual(Array(20).fill({ bpm: 0, rrIntervalsMs: [], skinContact: true }));
    expect(outside.every(({ bpm }) => bpm > 60)).toBe(true);
  });

  it('spikes: single values far above what their RR support', () => {
    const { during, outside } = faulty('spikes', 20, 40);
    expect(during.filter(({ bpm }) => bpm > 120).length).toBe(4);
    expect(during.filter(({ bpm }) => bpm < 90).length).toBe(16);
    expect(outside.every(({ bpm }) => bpm < 90)).toBe(true);
  });

  it('contact-lost: contact supported and not detected, no RR', () => {
    const { during, outside } = faulty('contact-lost', 20, 40);
    expect(during.every((m) => m.skinContact === false && m.rrIntervalsMs.length === 0)).toBe(true);
    expect(outside.every((m) => m.skinContact === true)).toBe(true);
  });

  it('no-rr: a rate and no RR', () => {
    const { during } = faulty('no-rr', 20, 40);
    expect(during.every((m) => m.bpm > 60 && m.rrIntervalsMs.length === 0)).toBe(true);
  });

  it('many-rr: RR held back and sent nine at a time, none lost', () => {
    const { signals, during } = faulty('many-rr', 20, 50);
    const rrOf = (all: readonly Observed[]) =>
      measurementsOf(all).flatMap(({ measurement }) => measurement.rrIntervalsMs);
    expect(new Set(during.map(({ rrIntervalsMs }) => rrIntervalsMs.length))).toEqual(
      new Set([0, 9]),
    );
    expect(rrOf(signals)).toEqual(rrOf(run({ forS: 60 }).signals));
  });

  it('absurd-rr: both ends of the field', () => {
    const { during, outside } = faulty('absurd-rr', 20, 40);
    expect(new Set(during.flatMap((m) => m.rrIntervalsMs))).toEqual(new Set([0, RAW_MAX_MS]));
    expect(outside.every((m) => m.rrIntervalsMs.every((rr) => rr > 500 && rr < 1500))).toBe(true);
  });

  it('wide: makes no difference once decoded', () => {
    expect(faulty('wide', 20, 40).signals).toEqual(run({ forS: 60 }).signals);
  });

  it('energy: every tenth packet, rising', () => {
    const energies = faulty('energy', 20, 60).during.map(({ energyKj }) => energyKj);
    expect(energies.flatMap((kj, i) => (kj === undefined ? [] : [i]))).toEqual([0, 10, 20, 30]);
    const told = energies.filter((kj) => kj !== undefined);
    expect(told).toEqual([2, 3, 3, 4]);
  });

  it('battery: falls a percent every ten seconds, told on the link', () => {
    const { signals } = faulty('battery', 20, 45);
    const told = linksOf(signals).flatMap(({ atMs, link }) =>
      link.status === 'connected' ? [[atMs, link.batteryPercent]] : [],
    );
    expect(told).toEqual([
      [700, 90],
      [30_000, 89],
      [40_000, 88],
    ]);
  });

  it('clock-jump: nothing for so long, then all that was held back at once, none of it lost', () => {
    const { signals, during } = faulty('clock-jump', 20, 40);
    expect(during).toEqual([]);
    const all = measurementsOf(signals);
    expect(all.filter(({ atMs }) => atMs === 40_000)).toHaveLength(21);
    const untouched = measurementsOf(run({ forS: 60 }).signals);
    expect(all.map(({ measurement }) => measurement)).toEqual(
      untouched.map(({ measurement }) => measurement),
    );
  });

  it('garbled: too short to be a packet, and said so', () => {
    const { signals, during } = faulty('garbled', 20, 40);
    expect(during).toEqual([]);
    const malformed = signals.flatMap(({ signal }) =>
      signal.type === 'malformed' ? [signal] : [],
    );
    expect(malformed.map(({ bytes }) => bytes.length)).toEqual(Array(20).fill(1));
  });
});
