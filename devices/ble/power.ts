import {
  asyncScheduler,
  defer,
  filter,
  ignoreElements,
  map,
  merge,
  type Observable,
  type SchedulerLike,
  skipWhile,
  takeWhile,
  timer,
} from 'rxjs';
import type { SensorSignal } from '../heart-rate-sensor.ts';
import { unavailableBecause } from './bluetooth-unavailable.ts';
import type { RadioChild } from './child.ts';
import { LinkFailure } from './link-failure.ts';
import type { AdapterState } from './protocol.ts';

const SWITCHED_OFF = 'Bluetooth is switched off';
const fresh = (reason: string) => new LinkFailure(reason, { freshDriver: true });

/** Completes once the adapter is on, saying meanwhile why not; fails when it stays off for `withinMs`. */
export function poweredOn(
  child: RadioChild,
  withinMs: number,
  scheduler?: SchedulerLike,
): Observable<SensorSignal> {
  return defer(() => {
    let reason = 'the Bluetooth adapter does not answer';
    const late$ = timer(withinMs, scheduler ?? asyncScheduler).pipe(
      map(() => {
        throw fresh(reason);
      }),
    );
    return merge(child.state$, late$).pipe(
      map(throwWhereHopeless),
      takeWhile((state) => state !== 'poweredOn'),
      filter((state) => state === 'poweredOff'),
      map((): SensorSignal => {
        reason = SWITCHED_OFF;
        return { type: 'link', link: { status: 'lost', reason } };
      }),
    );
  });
}

/** Never emits; fails as soon as the power, the connection or the adapter itself is gone. */
export function breakage(child: RadioChild): Observable<never> {
  const powerLost$ = child.state$.pipe(
    skipWhile((state) => state !== 'poweredOn'),
    filter((state) => state !== 'poweredOn'),
    map(() => {
      throw fresh(SWITCHED_OFF);
    }),
  );
  const refused$ = child.messages$.pipe(
    filter((message) => message.type === 'warning'),
    map(({ message }) => {
      if (message.includes('ENODEV')) throw fresh('no Bluetooth adapter is plugged in');
      if (/EPERM|EACCES/.test(message)) throw unavailableBecause('unauthorized', message);
    }),
  );
  return merge(powerLost$, refused$).pipe(ignoreElements());
}

function throwWhereHopeless(state: AdapterState): AdapterState {
  if (state === 'unauthorized' || state === 'unsupported') throw unavailableBecause(state, state);
  return state;
}
