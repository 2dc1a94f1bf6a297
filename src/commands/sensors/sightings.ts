import { map, type Observable, scan } from 'rxjs';
import { deviceName } from '../../../devices/ble/device-name.ts';
import type { Discovered } from '../../../devices/ble/seek.ts';
import type { RememberedSensor } from './remembered.ts';

/** One line of the live list. */
export type Sighting = Discovered & {
  readonly bars: 0 | 1 | 2 | 3 | 4;
  readonly remembered?: RememberedSensor;
};

/** The live list: remembered straps first, then by name; it changes in place, so a cursor keeps its line. */
export function liveList(
  seen$: Observable<Discovered>,
  remembered: readonly RememberedSensor[],
): Observable<readonly Sighting[]> {
  return seen$.pipe(
    scan(
      (known, seen) => new Map(known).set(seen.id, seen),
      new Map<string, Discovered>() as ReadonlyMap<string, Discovered>,
    ),
    map((known) => [...known.values()].map((seen) => sightingOf(seen, remembered)).sort(byRank)),
  );
}

/** Signal strength in four steps, from dBm. */
export function signalBars(rssi: number): Sighting['bars'] {
  if (rssi >= -60) return 4;
  if (rssi >= -70) return 3;
  if (rssi >= -80) return 2;
  return rssi >= -90 ? 1 : 0;
}

/** One line in plain words, bars in ASCII: `####  Polar H10  c00000000001  remembered as chest`. */
export const sightingText = (sighting: Sighting): string =>
  [strengthText(sighting), sighting.name, sighting.id, knownText(sighting)].join('  ');

export const strengthText = ({ bars }: Sighting): string => '#'.repeat(bars).padEnd(4, '.');

export function knownText({ remembered }: Sighting): string {
  if (remembered === undefined) return 'new';
  const { nickname, isDefault } = remembered;
  const words = nickname ? `remembered as ${deviceName(nickname)}` : 'remembered';
  return isDefault ? `${words}, default` : words;
}

/** A strap as the list shows it. */
export function sightingOf(seen: Discovered, remembered: readonly RememberedSensor[]): Sighting {
  const known = remembered.find(({ id }) => id === seen.id);
  const bars = signalBars(seen.rssi);
  return known ? { ...seen, bars, remembered: known } : { ...seen, bars };
}

function byRank(a: Sighting, b: Sighting): number {
  const rank = ({ remembered }: Sighting) => (remembered ? 0 : 1);
  return rank(a) - rank(b) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id);
}
