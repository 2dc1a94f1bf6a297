import type { SensorSignal } from '../../../devices/heart-rate-sensor.ts';
import type { Typed } from '../../ui/key-reader.ts';
import { menuMeaning, movedTo } from '../../ui/menu.ts';
import { plainText } from '../../ui/plain-text.ts';
import type { StrapPickerModel } from '../../ui/strap-picker.tsx';
import { knownText, type Sighting, strengthText } from './sightings.ts';

/** What a key asks of the list of straps. */
type PickerWish =
  | { readonly type: 'listen'; readonly index: number }
  | { readonly type: 'take' | 'search' | 'leave' };

export type Picking = {
  readonly list: readonly Sighting[];
  /** The id of the strap listened to; the search stands meanwhile. */
  readonly selected: string | undefined;
  readonly heard: Heard;
};

type Heard = NonNullable<StrapPickerModel['heard']>;

export const listening: Heard = { text: 'listening…' };
const mostKeys = 9;
const nameColumns = 19;

/** What the list shows. */
export function pickerModel({ list, selected, heard }: Picking): StrapPickerModel {
  const at = list.findIndex(({ id }) => id === selected);
  const chosen = list[at];
  const taken = chosen ?? onlyOf(list);
  return {
    items: list.map((sighting, index) => {
      const key = index < mostKeys ? String(index + 1) : ' ';
      const label = `${strengthText(sighting)} ${plainText(sighting.name, nameColumns)}`;
      return { key, label, about: plainText(`${sighting.id}  ${knownText(sighting)}`) };
    }),
    selected: chosen === undefined ? undefined : at,
    ...(chosen !== undefined && {
      heard: { ...heard, text: plainText(`${chosen.name}: ${heard.text}`) },
    }),
    ...(taken !== undefined && { takes: plainText(taken.name) }),
  };
}

/** The strap that a yes would take: the one listened to, else the only one. */
export const takenOf = ({ list, selected }: Picking): Sighting | undefined =>
  list.find(({ id }) => id === selected) ?? onlyOf(list);

export function pickerWish(typed: Typed, { list, selected }: Picking): PickerWish | undefined {
  const at = list.findIndex(({ id }) => id === selected);
  const keys = list.map((_, index) => ({ key: index < mostKeys ? String(index + 1) : '' }));
  const index = movedTo(typed, keys, at);
  if (index !== undefined) return { type: 'listen', index };
  if (typed.type === 'character') {
    const character = typed.character.toLowerCase();
    if (character === 'y') return { type: 'take' };
    if (character === 's') return { type: 'search' };
  }
  if (typed.type === 'named' && typed.name === 'enter') return { type: 'take' };
  return menuMeaning(typed) === 'leave' ? { type: 'leave' } : undefined;
}

/** What a strap says, in words and as digits. */
export function heardOf(signal: SensorSignal): Heard {
  if (signal.type === 'measurement') {
    const { bpm } = signal.measurement;
    return { text: `${bpm} bpm`, digits: String(bpm) };
  }
  if (signal.type === 'malformed') return { text: 'sends what is no pulse' };
  const { link } = signal;
  if (link.status === 'lost') return { text: link.reason };
  return link.status === 'connected' ? { text: 'connected, no pulse yet' } : listening;
}

const onlyOf = (list: readonly Sighting[]): Sighting | undefined =>
  list.length === 1 ? list[0] : undefined;
