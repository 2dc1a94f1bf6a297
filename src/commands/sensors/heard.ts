import {
  filter,
  lastValueFrom,
  merge,
  reduce,
  share,
  switchMap,
  take,
  takeUntil,
  timer,
} from 'rxjs';
import { DEADLINES } from '../../../devices/ble/deadlines.ts';
import { scan } from '../../../devices/ble/scan.ts';
import type { Discovered } from '../../../devices/ble/seek.ts';

type Hearing = {
  /** Ends earlier, a moment after the first strap. */
  readonly settles?: boolean;
  readonly isMeant?: (strap: Discovered) => boolean;
};

/** The straps heard in so many milliseconds, each as it was last seen. Rejects where Bluetooth fails. */
export async function heardWithin(
  withinMs: number,
  { settles = false, isMeant = () => true }: Hearing = {},
): Promise<readonly Discovered[]> {
  const seen$ = scan().pipe(filter(isMeant), share());
  const settled$ = seen$.pipe(
    take(1),
    switchMap(() => timer(settles ? DEADLINES.settleMs : withinMs)),
  );
  const straps$ = seen$.pipe(
    takeUntil(merge(timer(withinMs), settled$)),
    reduce((known, strap) => known.set(strap.id, strap), new Map<string, Discovered>()),
  );
  return [...(await lastValueFrom(straps$)).values()];
}

/** Whether a word means this strap: its id or its name. */
export const isCalled =
  (word: string) =>
  ({ id, name }: Discovered): boolean =>
    [id, name].some((each) => each.toLowerCase() === word.toLowerCase());

/** `Polar H10 (c00000000001), TICKR (c00000000002)` */
export const named = (straps: readonly { readonly id: string; readonly name: string }[]): string =>
  straps.map(({ id, name }) => `${name} (${id})`).join(', ');
