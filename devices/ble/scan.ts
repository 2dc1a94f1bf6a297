import {
  asyncScheduler,
  concat,
  defer,
  distinctUntilChanged,
  finalize,
  groupBy,
  ignoreElements,
  merge,
  mergeMap,
  type Observable,
  throttleTime,
} from 'rxjs';
import { startChild } from './child.ts';
import { DEADLINES } from './deadlines.ts';
import { breakage, poweredOn } from './power.ts';
import { type Discovered, sightings } from './seek.ts';
import type { RadioOptions } from './strap.ts';

const REFRESH_MS = 500;

/**
 * Heart rate sensors in reach: each at once, then again at most twice a second as its name or strength changes.
 * Never completes; errors with the reason where Bluetooth cannot be used, or no longer.
 */
export function scan(options: RadioOptions = {}): Observable<Discovered> {
  return defer(() => {
    const deadlines = { ...DEADLINES, ...options.deadlines };
    const { scheduler = asyncScheduler } = options;
    const child = startChild({ ...options, endMs: deadlines.endMs });
    const begun$ = concat(
      poweredOn(child, deadlines.adapterMs, scheduler),
      child.ask({ type: 'scan' }, deadlines.adapterMs, scheduler),
    ).pipe(ignoreElements());
    const seen$ = sightings(child).pipe(
      groupBy(({ id }) => id),
      mergeMap((one$) =>
        one$.pipe(
          throttleTime(REFRESH_MS, scheduler, { leading: true, trailing: true }),
          distinctUntilChanged((a, b) => a.rssi === b.rssi && a.name === b.name),
        ),
      ),
    );
    return merge(breakage(child), seen$, begun$).pipe(finalize(child.end));
  });
}
