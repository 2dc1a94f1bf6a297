import {
  catchError,
  concat,
  concatMap,
  defer,
  EMPTY,
  filter,
  from,
  map,
  merge,
  mergeMap,
  type Observable,
  type SchedulerLike,
  scan,
  throwError,
} from 'rxjs';
import type { DeviceInformation } from '../heart-rate-sensor.ts';
import type { RadioChild } from './child.ts';
import type { Deadlines } from './deadlines.ts';
import { deviceName } from './device-name.ts';
import { batteryPercent, bodyLocation, CHARACTERISTIC, SERVICE } from './gatt.ts';
import { LinkFailure } from './link-failure.ts';
import { values } from './values.ts';

/** What a strap may say beside its measurements. */
export type About = {
  readonly batteryPercent?: number;
  readonly bodyLocation?: string;
  readonly device?: DeviceInformation;
};

/**
 * Everything optional, one question at a time; emits all that is known so far whenever more is. A refusal skips the
 * question; a question that is never answered ends the questions. Neither harms the measurements. Never fails.
 */
export function about(
  child: RadioChild,
  characteristics: readonly string[],
  { optionalMs }: Deadlines,
  scheduler?: SchedulerLike,
): Observable<About> {
  const { bodyLocation: location, batteryLevel, manufacturer, model, firmware } = CHARACTERISTIC;
  const ask = (what: Parameters<RadioChild['ask']>[0]) =>
    child.ask(what, optionalMs, scheduler).pipe(catchError(skipRefusal));
  const read = (characteristic: string) =>
    ask({ type: 'read', characteristic }).pipe(map(({ bytes }) => bytes ?? new Uint8Array()));
  const service = (uuid: string, then: (found: readonly string[]) => Observable<About>) =>
    ask({ type: 'discover', service: uuid }).pipe(
      mergeMap(({ characteristics: found = [] }) => then(found)),
    );

  const location$ = characteristics.includes(location) ? read(location) : EMPTY;
  const battery$ = service(SERVICE.battery, (found) =>
    found.includes(batteryLevel)
      ? concat(
          read(batteryLevel).pipe(map(battery)),
          ask({ type: 'subscribe', characteristic: batteryLevel }).pipe(map((): About => ({}))),
        )
      : EMPTY,
  );
  const device$ = service(SERVICE.deviceInformation, (found) =>
    from([manufacturer, model, firmware]).pipe(
      filter((uuid) => found.includes(uuid)),
      concatMap((uuid) => read(uuid).pipe(map((bytes) => device(uuid, bytes)))),
    ),
  );
  const questions$ = concat(location$.pipe(map(worn)), battery$, device$).pipe(
    catchError(() => EMPTY),
  );
  const notified$ = values(child, batteryLevel).pipe(map(battery));
  return merge(
    defer(() => questions$),
    notified$,
  ).pipe(scan(merged, {}));
}

function merged(known: About, more: About): About {
  const information = { ...known.device, ...more.device };
  const hasInformation = Object.keys(information).length > 0;
  return { ...known, ...more, ...(hasInformation ? { device: information } : {}) };
}

function battery(bytes: Uint8Array): About {
  const percent = batteryPercent(bytes);
  return percent === undefined ? {} : { batteryPercent: percent };
}

function worn(bytes: Uint8Array): About {
  const location = bodyLocation(bytes);
  return location === undefined ? {} : { bodyLocation: location };
}

function device(uuid: string, bytes: Uint8Array): About {
  const text = deviceName(new TextDecoder().decode(bytes));
  if (uuid === CHARACTERISTIC.manufacturer) return { device: { manufacturer: text } };
  if (uuid === CHARACTERISTIC.model) return { device: { model: text } };
  return { device: { firmware: text } };
}

function skipRefusal(error: unknown): Observable<never> {
  const refused = error instanceof LinkFailure && !error.freshDriver;
  return refused ? EMPTY : throwError(() => error);
}
