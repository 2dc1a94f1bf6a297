import {
  catchError,
  concatMap,
  EMPTY,
  ignoreElements,
  map,
  NEVER,
  type Observable,
  of,
  type SchedulerLike,
  tap,
} from 'rxjs';
import type { RadioChild } from './child.ts';
import type { Deadlines } from './deadlines.ts';
import { CHARACTERISTIC, RESET_ENERGY } from './gatt.ts';

export type EnergyReset = 'done' | 'refused' | 'unsupported';

/** Writes 0x01 to the Heart Rate Control Point at each wish and reports what came of it; never emits, never fails. */
export function energyResets(
  child: RadioChild,
  supported: boolean,
  options: {
    readonly deadlines: Deadlines;
    readonly scheduler?: SchedulerLike | undefined;
    readonly resetEnergy$?: Observable<unknown> | undefined;
    readonly onEnergyReset?: ((outcome: EnergyReset) => void) | undefined;
  },
): Observable<never> {
  const { deadlines, scheduler, resetEnergy$ = NEVER, onEnergyReset } = options;
  const write$ = child
    .ask(
      { type: 'write', characteristic: CHARACTERISTIC.controlPoint, bytes: RESET_ENERGY },
      deadlines.subscribeMs,
      scheduler,
    )
    .pipe(
      map((): EnergyReset => 'done'),
      catchError(() => of<EnergyReset>('refused')),
    );
  return resetEnergy$.pipe(
    concatMap(() => (supported ? write$ : of<EnergyReset>('unsupported'))),
    tap((outcome) => onEnergyReset?.(outcome)),
    ignoreElements(),
    catchError(() => EMPTY),
  );
}
