import { VirtualTimeScheduler } from 'rxjs';
import type { HeartRateMeasurement } from '../../devices/heart-rate-measurement.ts';
import type { HeartRateSensor, Link, SensorSignal } from '../../devices/heart-rate-sensor.ts';

export type Observed = { readonly atMs: number; readonly signal: SensorSignal };
export type ObservedMeasurement = {
  readonly atMs: number;
  readonly measurement: HeartRateMeasurement;
};

/** Everything a sensor said until `untilMs` of virtual time, with when; and what it left scheduled once let go. */
export function observe(
  build: (scheduler: VirtualTimeScheduler) => HeartRateSensor,
  untilMs: number,
): { signals: Observed[]; completedAtMs: number | undefined; leftScheduled: number } {
  const scheduler = new VirtualTimeScheduler(undefined, untilMs);
  const signals: Observed[] = [];
  let completedAtMs: number | undefined;
  const subscription = build(scheduler).subscribe({
    next: (signal) => signals.push({ atMs: scheduler.now(), signal }),
    complete: () => {
      completedAtMs = scheduler.now();
    },
  });
  scheduler.flush();
  subscription.unsubscribe();
  return { signals, completedAtMs, leftScheduled: scheduler.actions.length };
}

export function measurementsOf(observed: readonly Observed[]): ObservedMeasurement[] {
  return observed.flatMap(({ atMs, signal }) =>
    signal.type === 'measurement' ? [{ atMs, measurement: signal.measurement }] : [],
  );
}

export function linksOf(observed: readonly Observed[]): { atMs: number; link: Link }[] {
  return observed.flatMap(({ atMs, signal }) =>
    signal.type === 'link' ? [{ atMs, link: signal.link }] : [],
  );
}
