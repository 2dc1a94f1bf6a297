import {
  asyncScheduler,
  defer,
  endWith,
  finalize,
  firstValueFrom,
  ignoreElements,
  merge,
} from 'rxjs';
import { startChild } from './child.ts';
import { DEADLINES } from './deadlines.ts';
import { breakage, poweredOn } from './power.ts';
import type { RadioOptions } from './strap.ts';

/** Resolves once the adapter is on; rejects with BluetoothUnavailable or LinkFailure where it cannot be used. */
export function bluetoothIsOn(options: RadioOptions = {}): Promise<true> {
  const deadlines = { ...DEADLINES, ...options.deadlines };
  const { scheduler = asyncScheduler } = options;
  const on$ = defer(() => {
    const child = startChild({ ...options, endMs: deadlines.endMs });
    const powered$ = poweredOn(child, deadlines.adapterMs, scheduler).pipe(
      ignoreElements(),
      endWith(true as const),
    );
    return merge(breakage(child), powered$).pipe(finalize(child.end));
  });
  return firstValueFrom(on$);
}
