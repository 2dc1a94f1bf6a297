import { catchError, filter, merge, Subject, take, tap, throwError } from 'rxjs';
import type { EnergyReset } from '../../devices/ble/energy-reset.ts';
import { strap } from '../../devices/ble/strap.ts';
import { asBluetoothDoor } from './bluetooth-door.ts';
import type { ChosenSensor } from './choose-sensor.ts';
import type { WornStrap } from './choose-strap.ts';

const outcomes: Record<EnergyReset, string> = {
  done: 'the strap counts its energy from zero',
  refused: 'the strap did not reset its energy',
  unsupported: 'this strap cannot reset its energy',
};

/** A strap as a session's sensor. `resetEnergy` asks it once, when it first reports energy; `onHeard` is called once. */
export function wornSensor(
  worn: WornStrap,
  { resetEnergy = false, onHeard = (): void => undefined } = {},
): ChosenSensor {
  return {
    source: 'strap',
    name: worn.name,
    open: (_scheduler, _body, { wish$, say }) => {
      const first$ = new Subject<void>();
      let isHeard = false;
      const asked$ = wish$.pipe(filter((wish) => wish === 'reset-energy'));
      return strap({
        id: worn.id,
        name: worn.name,
        retryNow$: wish$.pipe(filter((wish) => wish === 'retry-link')),
        resetEnergy$: resetEnergy ? merge(asked$, first$.pipe(take(1))) : asked$,
        onEnergyReset: (outcome) => say(outcomes[outcome]),
      }).pipe(
        tap((signal) => {
          if (signal.type !== 'measurement') return;
          if (signal.measurement.energyKj !== undefined) first$.next();
          if (!isHeard) onHeard();
          isHeard = true;
        }),
        catchError((error: unknown) => throwError(() => asBluetoothDoor(error))),
      );
    },
  };
}
