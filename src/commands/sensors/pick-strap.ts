import { BehaviorSubject, distinctUntilChanged, Subject, switchMap, tap, timer } from 'rxjs';
import { scan } from '../../../devices/ble/scan.ts';
import type { Discovered } from '../../../devices/ble/seek.ts';
import { type RadioOptions, strap } from '../../../devices/ble/strap.ts';
import type { SensorSignal } from '../../../devices/heart-rate-sensor.ts';
import type { Io } from '../io.ts';
import { type PickerKey, pickerKeys } from './picker-keys.ts';
import { type Picking, pickerLines } from './picker-lines.ts';
import type { RememberedSensor } from './remembered.ts';
import { liveList, type Sighting } from './sightings.ts';

/** A strap, or that the person left, or pressed Ctrl-C. */
export type Picked = Discovered | 'left' | 'interrupted';

/** A cursor on its way down the list connects to nothing. */
const restMs = 400;

/** A live list on a terminal, drawn with its own lines: a key listens to a strap, another takes it. Rejects where Bluetooth fails. */
export function pickStrap(
  { stdin, stdout }: Io,
  remembered: readonly RememberedSensor[],
  radio: RadioOptions = {},
): Promise<Picked> {
  const seen$ = new Subject<Discovered>();
  const selected$ = new BehaviorSubject<string | undefined>(undefined);
  let list: readonly Sighting[] = [];
  let preview = '';
  let drawn = 0;

  function draw(): void {
    const picking: Picking = { list, selected: selected$.value, preview };
    const lines = pickerLines(picking, { columns: stdout.columns || 80, rows: stdout.rows || 24 });
    const back = drawn === 0 ? '' : `\u001b[${drawn}A\u001b[J`;
    stdout.write(`${back}${lines.join('\n')}\n`);
    drawn = lines.length;
  }

  function listenTo(id: string | undefined): void {
    if (id === undefined || id === selected$.value) return;
    preview = 'listening…';
    selected$.next(id);
    draw();
  }

  function lineAfter(by: 1 | -1): string | undefined {
    const at = list.findIndex(({ id }) => id === selected$.value);
    if (at < 0) return list.at(by > 0 ? 0 : -1)?.id;
    return list[(at + by + list.length) % list.length]?.id;
  }

  function hear(signal: SensorSignal): void {
    preview = previewText(signal);
    draw();
  }

  return new Promise((resolve, reject) => {
    const listing = liveList(seen$, remembered).subscribe((now) => {
      list = now;
      draw();
    });
    const radioing = selected$
      .pipe(
        distinctUntilChanged(),
        switchMap((id) =>
          id === undefined
            ? scan(radio).pipe(tap((seen) => seen$.next(seen)))
            : timer(restMs).pipe(
                switchMap(() => strap({ ...radio, id })),
                tap(hear),
              ),
        ),
      )
      .subscribe({ error: (error: unknown) => end(() => reject(error)) });
    const take = (chunk: string): void => {
      for (const key of pickerKeys(chunk)) press(key);
    };
    const left = (): void => end(() => resolve('left'));

    function press(key: PickerKey): void {
      switch (key.type) {
        case 'move':
          listenTo(lineAfter(key.by));
          break;
        case 'line':
          listenTo(list[key.number - 1]?.id);
          break;
        case 'search':
          selected$.next(undefined);
          draw();
          break;
        case 'take':
          takeChosen();
          break;
        case 'leave':
          left();
          break;
        case 'interrupt':
          end(() => resolve('interrupted'));
      }
    }

    function takeChosen(): void {
      const only = list.length === 1 ? list[0] : undefined;
      const chosen = list.find(({ id }) => id === selected$.value) ?? only;
      if (chosen === undefined) return;
      const { id, name, rssi } = chosen;
      end(() => resolve({ id, name, rssi }));
    }

    function end(then: () => void): void {
      radioing?.unsubscribe();
      listing.unsubscribe();
      stdin.off('data', take).off('end', left).pause();
      stdin.setRawMode(false);
      then();
    }

    stdin.setRawMode(true);
    stdin.setEncoding('utf8').on('data', take).on('end', left).resume();
    draw();
  });
}

function previewText(signal: SensorSignal): string {
  if (signal.type === 'measurement') return `${signal.measurement.bpm} bpm`;
  if (signal.type === 'malformed') return 'sends what is no pulse';
  const { link } = signal;
  if (link.status === 'lost') return link.reason;
  return link.status === 'connected' ? 'connected, no pulse yet' : 'listening…';
}
