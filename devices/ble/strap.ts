import {
  asyncScheduler,
  catchError,
  concat,
  defer,
  filter,
  finalize,
  first,
  ignoreElements,
  map,
  merge,
  NEVER,
  type Observable,
  of,
  retry,
  type SchedulerLike,
  switchMap,
  tap,
  throwError,
  timer,
} from 'rxjs';
import type { HeartRateSensor, Link, SensorSignal } from '../heart-rate-sensor.ts';
import { BluetoothUnavailable } from './bluetooth-unavailable.ts';
import { type ChildOptions, type RadioChild, startChild } from './child.ts';
import { backOff, DEADLINES, type Deadlines } from './deadlines.ts';
import type { EnergyReset } from './energy-reset.ts';
import { hold } from './hold.ts';
import { LinkFailure } from './link-failure.ts';
import { breakage, poweredOn } from './power.ts';
import { fullerName } from './same-strap.ts';
import { seek, strangers, type Wanted } from './seek.ts';

export type RadioOptions = Omit<ChildOptions, 'endMs'> & {
  readonly deadlines?: Partial<Deadlines>;
  readonly scheduler?: SchedulerLike;
};

export type StrapOptions = RadioOptions & {
  /** As a scan gave it; on macOS ids are this machine's own. */
  readonly id?: string;
  readonly name?: string;
  /** Each value ends a wait, or begins a search anew; while the strap is heard it changes nothing. */
  readonly retryNow$?: Observable<unknown>;
  /** Each value asks the strap to count its energy from zero. */
  readonly resetEnergy$?: Observable<unknown>;
  readonly onEnergyReset?: (outcome: EnergyReset) => void;
  /** 0–1, for the jitter of the back-off. */
  readonly chance?: () => number;
};

const FAILURES_BEFORE_FRESH_DRIVER = 3;

/**
 * A Bluetooth strap that is never given up: it is sought, connected, and sought again after any loss, the same one
 * by id and name, for as long as somebody listens. Errors with BluetoothUnavailable or SeveralStraps, and only before it was ever heard.
 */
export function strap(options: StrapOptions = {}): HeartRateSensor {
  return defer(() => {
    const deadlines = { ...DEADLINES, ...options.deadlines };
    const { scheduler = asyncScheduler, retryNow$ = NEVER, chance = Math.random } = options;
    const driver = driverFor(options, deadlines);
    let wanted: Wanted = { id: options.id, name: options.name };
    let failures = 0;
    let everHeard = false;
    let searching: Link = { status: 'searching' };
    let status: Link['status'] = 'searching';

    const anew$ = retryNow$.pipe(
      filter(() => status === 'searching' || status === 'lost'),
      map(() => {
        throw new LinkFailure('a new search was asked for', { freshDriver: true, link: searching });
      }),
      ignoreElements(),
    );
    const attempt$ = defer(() => {
      const child = driver.get();
      const pursuit$ = concat(
        of<SensorSignal>({ type: 'link', link: searching }),
        poweredOn(child, deadlines.adapterMs, scheduler),
        seek(child, { ...wanted, isKnown: everHeard }, deadlines, scheduler).pipe(
          map((found) => ({ ...found, name: fullerName(found.name, wanted.name) })),
          tap((found) => {
            wanted = found;
            searching = { status: 'searching' };
          }),
          switchMap((found) => hold(child, found, { ...options, deadlines })),
        ),
      );
      const strangers$ = strangers(child, { ...wanted, isKnown: everHeard }).pipe(
        filter(() => status === 'searching'),
        map((hint): SensorSignal => {
          searching = { status: 'searching', hint };
          return { type: 'link', link: searching };
        }),
      );
      return merge(breakage(child), anew$, strangers$, pursuit$);
    });
    return attempt$.pipe(
      tap((signal) => {
        if (signal.type === 'link') status = signal.link.status;
        if (signal.type !== 'measurement') return;
        failures = 0;
        everHeard = true;
      }),
      catchError((error: unknown) => {
        const failure = everHeard ? bearable(error) : error;
        if (!(failure instanceof LinkFailure)) return throwError(() => failure);
        const failed$ = throwError(() => failure);
        if (failure.link.status === 'searching') {
          searching = failure.link;
          return failed$;
        }
        return concat(of<SensorSignal>({ type: 'link', link: failure.link }), failed$);
      }),
      retry({
        delay: (error: unknown) => {
          if (!(error instanceof LinkFailure)) return throwError(() => error);
          failures += 1;
          const tired = failures % FAILURES_BEFORE_FRESH_DRIVER === 0;
          if (error.freshDriver || tired) driver.discard();
          if (error.link.status === 'searching') return of(true);
          const due$ = timer(backOff(deadlines, failures, chance()), scheduler);
          return merge(due$, retryNow$).pipe(first());
        },
      }),
      finalize(driver.end),
    );
  });
}

/** Once a strap was heard, even the loss of all Bluetooth is waited out: the session goes on. */
function bearable(error: unknown): unknown {
  if (!(error instanceof BluetoothUnavailable)) return error;
  return new LinkFailure(error.message, { freshDriver: true });
}

function driverFor(options: RadioOptions, { endMs }: Deadlines) {
  let child: RadioChild | undefined;
  return {
    get: (): RadioChild => {
      child ??= startChild({ ...options, endMs });
      return child;
    },
    discard: () => {
      child?.kill();
      child = undefined;
    },
    end: () => {
      child?.end();
      child = undefined;
    },
  };
}
