import {
  buffer,
  filter,
  first,
  ignoreElements,
  map,
  merge,
  type Observable,
  type SchedulerLike,
  switchMap,
  take,
  throwError,
  timeout,
  timer,
} from 'rxjs';
import type { RadioChild } from './child.ts';
import type { Deadlines } from './deadlines.ts';
import { deviceName } from './device-name.ts';
import { LinkFailure } from './link-failure.ts';
import { isSameName, strangerHint } from './same-strap.ts';

/** A strap as it was last seen. `name` is clean enough for a terminal; `rssi` in dBm. */
export type Discovered = { readonly id: string; readonly name: string; readonly rssi: number };

/** The strap that is meant: by id where it is known, else by name, else the only one there is. */
export type Wanted = {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** Whether it was heard already: then an id is not enough, and another name is another strap. */
  readonly isKnown?: boolean;
};

/** More than one strap answers to what was asked for; taking one would be taking a neighbour's. */
export class SeveralStraps extends Error {
  override readonly name = 'SeveralStraps';
  readonly straps: readonly Discovered[];

  constructor(straps: readonly Discovered[]) {
    const list = straps.map(({ id, name }) => `${name} (${id})`).join(', ');
    super(`Several straps are in reach: ${list}. Choose yours: pulsepace sensors use ID`);
    this.straps = straps;
  }
}

export const HINT =
  'still looking: wear the strap and wet it, it sleeps until then; ' +
  'end its connection to a watch or phone; come closer';

/** Every advertisement of a heart rate sensor, once the scan has started. */
export function sightings(child: RadioChild): Observable<Discovered> {
  return child.messages$.pipe(
    filter((message) => message.type === 'discover'),
    map(({ id, name, rssi }) => ({ id, name: deviceName(name), rssi })),
  );
}

/** Searches for the strap that is wanted and for no other; fails with a hint after `scanMs`, to be tried again. */
export function seek(
  child: RadioChild,
  wanted: Wanted,
  deadlines: Deadlines,
  scheduler?: SchedulerLike,
): Observable<Discovered> {
  const matching$ = sightings(child).pipe(filter((seen) => matches(seen, wanted)));
  const found$ = wanted.id === undefined ? onlyOne(matching$, deadlines, scheduler) : matching$;
  const started$ = child.ask({ type: 'scan' }, deadlines.adapterMs, scheduler);
  return merge(found$, started$.pipe(ignoreElements())).pipe(
    first(),
    timeout({
      first: deadlines.scanMs,
      with: () => throwError(stillLooking),
      ...(scheduler ? { scheduler } : {}),
    }),
  );
}

function stillLooking(): LinkFailure {
  return new LinkFailure(HINT, { freshDriver: true, link: { status: 'searching', hint: HINT } });
}

function matches(seen: Discovered, wanted: Wanted): boolean {
  const { id, name } = wanted;
  if (id !== undefined) return seen.id === id && !isStranger(seen, wanted);
  return name === undefined || seen.name === deviceName(name);
}

const isStranger = (seen: Discovered, { id, name, isKnown = false }: Wanted): boolean =>
  isKnown && seen.id === id && name !== undefined && !isSameName(seen.name, deviceName(name));

/** A strap that answers under the id of the one that was heard, and is another by its name; in words. */
export const strangers = (child: RadioChild, wanted: Wanted): Observable<string> =>
  sightings(child).pipe(
    filter((seen) => isStranger(seen, wanted)),
    map((seen) => strangerHint(seen.name, deviceName(wanted.name))),
    take(1),
  );

function onlyOne(
  matching$: Observable<Discovered>,
  { settleMs }: Deadlines,
  scheduler?: SchedulerLike,
): Observable<Discovered> {
  return matching$.pipe(
    buffer(matching$.pipe(first(), delayed(settleMs, scheduler))),
    map((seen) => {
      const straps = [...new Map(seen.map((each) => [each.id, each])).values()];
      const [only] = straps;
      if (!only || straps.length > 1) throw new SeveralStraps(straps);
      return only;
    }),
  );
}

function delayed(ms: number, scheduler?: SchedulerLike) {
  return (source: Observable<unknown>) =>
    source.pipe(switchMap(() => (scheduler ? timer(ms, scheduler) : timer(ms))));
}
