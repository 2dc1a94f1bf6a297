import {
  combineLatest,
  concat,
  defer,
  distinctUntilChanged,
  filter,
  ignoreElements,
  map,
  merge,
  mergeMap,
  type Observable,
  of,
  type SchedulerLike,
  share,
  startWith,
  switchMap,
} from 'rxjs';
import { decodeHeartRateMeasurement } from '../heart-rate-measurement.ts';
import type { Link, SensorSignal } from '../heart-rate-sensor.ts';
import { type About, about } from './about.ts';
import type { RadioChild } from './child.ts';
import type { Deadlines } from './deadlines.ts';
import { type EnergyReset, energyResets } from './energy-reset.ts';
import { CHARACTERISTIC, disconnectReason, SERVICE } from './gatt.ts';
import { LinkFailure } from './link-failure.ts';
import type { Discovered } from './seek.ts';
import { silence } from './silence.ts';
import { values } from './values.ts';

export type HoldOptions = {
  readonly deadlines: Deadlines;
  readonly scheduler?: SchedulerLike | undefined;
  readonly resetEnergy$?: Observable<unknown> | undefined;
  readonly onEnergyReset?: ((outcome: EnergyReset) => void) | undefined;
};

/** Connects to a strap just seen and stays on it; fails with the reason when it is lost. Never completes. */
export function hold(
  child: RadioChild,
  strap: Discovered,
  options: HoldOptions,
): Observable<SensorSignal> {
  const { deadlines, scheduler } = options;
  const { connectMs, discoveryMs } = deadlines;
  const discover$ = child.ask(
    { type: 'discover', service: SERVICE.heartRate },
    discoveryMs,
    scheduler,
  );
  const course$ = concat(
    of(link({ status: 'connecting', name: strap.name })),
    child.ask({ type: 'connect', id: strap.id }, connectMs, scheduler).pipe(ignoreElements()),
    discover$.pipe(
      mergeMap(({ characteristics = [] }) => listen(child, strap, characteristics, options)),
    ),
  );
  return merge(hungUp(child, strap.id), course$);
}

function listen(
  child: RadioChild,
  strap: Discovered,
  characteristics: readonly string[],
  options: HoldOptions,
): Observable<SensorSignal> {
  const { deadlines, scheduler } = options;
  const { measurement, controlPoint } = CHARACTERISTIC;
  if (!characteristics.includes(measurement)) {
    throw new LinkFailure(`${strap.name} does not measure a pulse`);
  }
  const packets$ = values(child, measurement).pipe(share());
  const subscribe$ = child.ask(
    { type: 'subscribe', characteristic: measurement },
    deadlines.subscribeMs,
    scheduler,
  );
  const connected$ = subscribe$.pipe(
    switchMap(() => {
      const about$ = about(child, characteristics, deadlines, scheduler).pipe(startWith({}));
      const silent$ = silence(packets$, deadlines, scheduler);
      return combineLatest([about$, silent$]);
    }),
    map(([known, silent]) => standing(strap.name, known, silent)),
    distinctUntilChanged(),
    map(link),
  );
  const resets$ = defer(() => energyResets(child, characteristics.includes(controlPoint), options));
  return merge(packets$.pipe(map(parse)), connected$, resets$);
}

function standing(name: string, known: About, silent: string | undefined): Link {
  return silent ? { status: 'lost', reason: silent } : { status: 'connected', name, ...known };
}

function parse(bytes: Uint8Array): SensorSignal {
  const measurement = decodeHeartRateMeasurement(bytes);
  return measurement ? { type: 'measurement', measurement } : { type: 'malformed', bytes };
}

function link(value: Link): SensorSignal {
  return { type: 'link', link: value };
}

function hungUp(child: RadioChild, id: string): Observable<never> {
  return child.messages$.pipe(
    filter((message) => message.type === 'disconnected'),
    filter((message) => message.id === id),
    map(({ code }) => {
      throw new LinkFailure(disconnectReason(code));
    }),
    ignoreElements(),
  );
}
