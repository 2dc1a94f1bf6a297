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
import { type AdapterTrouble, LinkFailure } from './link-failure.ts';
import type { AdapterState } from './protocol.ts';

const TROUBLE = {
  off: 'Bluetooth is switched off',
  absent: 'no Bluetooth adapter is plugged in',
  mute: 'the Bluetooth adapter does not answer',
} as const;
const fresh = (adapter: AdapterTrouble) =>
  new LinkFailure(TROUBLE[adapter], { freshDriver: true, adapter });

/** Completes once the adapter is on, saying meanwhile why not; fails when it stays off for `withinMs`. */
export function poweredOn(
  child: RadioChild,
  withinMs: number,
  scheduler?: SchedulerLike,
): Observable<SensorSignal> {
  return defer(() => {
    let trouble: AdapterTrouble = 'mute';
    const late$ = timer(withinMs, scheduler ?? asyncScheduler).pipe(
      map(() => {
        throw fresh(trouble);
      }),
    );
    return merge(child.state$, late$).pipe(
      map(throwWhereHopeless),
      takeWhile((state) => state !== 'poweredOn'),
      filter((state) => state === 'poweredOff'),
      map((): SensorSignal => {
        trouble = 'off';
        return { type: 'link', link: { status: 'lost', reason: TROUBLE.off } };
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
      throw fresh('off');
    }),
  );
  const refused$ = child.messages$.pipe(
    filter((message) => message.type === 'warning'),
    map(({ message }) => {
      if (message.includes('ENODEV')) throw fresh('absent');
      if (/EPERM|EACCES/.test(message)) throw unavailableBecause('unauthorized', message);
    }),
  );
  return merge(powerLost$, refused$).pipe(ignoreElements());
}

function throwWhereHopeless(state: AdapterState): AdapterState {
  if (state === 'unauthorized' || state === 'unsupported') throw unavailableBecause(state, state);
  return state;
}
