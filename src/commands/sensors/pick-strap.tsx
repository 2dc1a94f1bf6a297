import { BehaviorSubject, distinctUntilChanged, Subject, switchMap, tap, timer } from 'rxjs';
import { scan } from '../../../devices/ble/scan.ts';
import type { Discovered } from '../../../devices/ble/seek.ts';
import { strap } from '../../../devices/ble/strap.ts';
import { StrapPicker, type StrapPickerModel } from '../../ui/strap-picker.tsx';
import type { Io } from '../io.ts';
import { lookFor } from '../look-for.ts';
import { type Stopped, showScreen } from '../show-screen.ts';
import { heardOf, listening, type Picking, pickerModel, pickerWish, takenOf } from './picking.ts';
import type { RememberedSensor } from './remembered.ts';
import { liveList } from './sightings.ts';

/** A strap, or that the person left. */
export type Picked = Discovered | 'left';

/** A cursor on its way down the list connects to nothing. */
const restMs = 400;

/** A live list on a terminal: a key listens to a strap, another takes it. Rejects where Bluetooth fails. */
export function pickStrap(
  io: Io,
  remembered: readonly RememberedSensor[],
): Promise<Picked | Stopped> {
  const look = lookFor(io);
  return showScreen<StrapPickerModel, Picked>(io, look, ({ refresh, answer, fail }) => {
    const seen$ = new Subject<Discovered>();
    const selected$ = new BehaviorSubject<string | undefined>(undefined);
    let list: Picking['list'] = [];
    let heard: Picking['heard'] = listening;
    const picking = (): Picking => ({ list, selected: selected$.value, heard });

    const listed = liveList(seen$, remembered).subscribe((now) => {
      list = now;
      refresh('tick');
    });
    listed.add(
      selected$
        .pipe(
          distinctUntilChanged(),
          switchMap((id) =>
            id === undefined
              ? scan().pipe(tap((seen) => seen$.next(seen)))
              : timer(restMs).pipe(
                  switchMap(() => strap({ id })),
                  tap((signal) => {
                    heard = heardOf(signal);
                    refresh('measurement');
                  }),
                ),
          ),
        )
        .subscribe({ error: fail }),
    );

    function listenTo(id: string | undefined): void {
      if (id === undefined || id === selected$.value) return;
      heard = listening;
      selected$.next(id);
      refresh();
    }

    function take(): void {
      const taken = takenOf(picking());
      if (taken === undefined) return;
      const { id, name, rssi } = taken;
      answer({ id, name, rssi });
    }

    return {
      model: () => pickerModel(picking()),
      view: (model, size) => <StrapPicker model={model} look={look} {...size} />,
      onTyped: (typed) => {
        const wish = pickerWish(typed, picking());
        switch (wish?.type) {
          case 'listen':
            listenTo(list[wish.index]?.id);
            break;
          case 'take':
            take();
            break;
          case 'search':
            selected$.next(undefined);
            refresh();
            break;
          case 'leave':
            answer('left');
        }
      },
      leave: () => listed.unsubscribe(),
    };
  });
}
