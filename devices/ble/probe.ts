import {
  asyncScheduler,
  catchError,
  exhaustMap,
  lastValueFrom,
  map,
  merge,
  type Observable,
  of,
  reduce,
  share,
  takeUntil,
  throwError,
  timer,
} from 'rxjs';
import { BluetoothUnavailable } from './bluetooth-unavailable.ts';
import { type AdapterTrouble, LinkFailure } from './link-failure.ts';
import { scan } from './scan.ts';
import type { Discovered } from './seek.ts';
import type { RadioOptions } from './strap.ts';

/** What came of opening the adapter and listening: the straps, or why not. */
export type Probe =
  | { readonly outcome: 'listened'; readonly straps: readonly Discovered[] }
  | { readonly outcome: 'adapter'; readonly trouble: AdapterTrouble; readonly reason: string }
  | { readonly outcome: 'driver'; readonly reason: string }
  | { readonly outcome: 'unavailable'; readonly error: BluetoothUnavailable };

/** Share of the time in which the adapter must say that it is on; the rest is for listening. */
const TO_POWER = 2 / 3;
/** Share of the time to listen for further straps. */
const TO_SETTLE = 2 / 15;

/** Listens for `withinMs` at most, and only a little longer once a strap is heard. */
export function probe(withinMs: number, options: RadioOptions = {}): Promise<Probe> {
  const { scheduler = asyncScheduler } = options;
  const enough$ = timer(withinMs * TO_SETTLE, scheduler);
  const seen$ = scan({
    ...options,
    deadlines: { ...options.deadlines, adapterMs: withinMs * TO_POWER },
  }).pipe(share());
  const end$ = merge(timer(withinMs, scheduler), seen$.pipe(exhaustMap(() => enough$)));
  const straps$ = seen$.pipe(
    takeUntil(end$),
    reduce((known, strap) => known.set(strap.id, strap), new Map<string, Discovered>()),
    map((known): Probe => ({ outcome: 'listened', straps: [...known.values()] })),
    catchError(explain),
  );
  return lastValueFrom(straps$);
}

function explain(error: unknown): Observable<Probe> {
  if (error instanceof BluetoothUnavailable) return of({ outcome: 'unavailable', error });
  if (!(error instanceof LinkFailure)) return throwError(() => error);
  const { adapter, message } = error;
  if (adapter) return of({ outcome: 'adapter', trouble: adapter, reason: message });
  return of({ outcome: 'driver', reason: message });
}
