import { cutToWidth } from '../../ui/cell-width.ts';
import { type Sighting, sightingText } from './sightings.ts';

export type Picking = {
  readonly list: readonly Sighting[];
  /** The id of the strap listened to; the search stands meanwhile. */
  readonly selected: string | undefined;
  /** What is heard of it. */
  readonly preview: string;
};

export type Size = { readonly columns: number; readonly rows: number };

const HINTS = 'none yet: wear the strap and wet it; end its connection to a watch or phone';
const aroundList = 4;

/** The list, what is heard of the strap listened to, and the keys; no line is wider or the list longer than the terminal. */
export function pickerLines({ list, selected, preview }: Picking, { columns, rows }: Size) {
  const shown = list.slice(0, Math.max(1, Math.min(9, rows - aroundList)));
  const chosen = list.find(({ id }) => id === selected);
  const only = list.length === 1 ? list[0] : undefined;
  const lines = [
    'Heart straps in reach:',
    ...shown.map((each, index) => {
      const cursor = each.id === selected ? '>' : ' ';
      return `${cursor}${index + 1} ${sightingText(each)}`;
    }),
    list.length === 0 ? `  ${HINTS}` : '',
    chosen === undefined ? '' : `  ${chosen.name}: ${preview}`,
    keysText(chosen ?? only, chosen !== undefined),
  ];
  return lines.filter((line) => line !== '').map((line) => cutToWidth(line, columns - 1));
}

function keysText(taken: Sighting | undefined, isListening: boolean): string {
  const take = taken === undefined ? [] : [`y takes ${cutToWidth(taken.name, 16)}`];
  const search = isListening ? ['s searches on'] : [];
  return [...take, 'q leaves', ...search, 'arrows, 1-9 listen'].join(' · ');
}
