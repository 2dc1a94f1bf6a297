import { cellWidth, cutStyled, cutToWidth } from './cell-width.ts';
import type { Typed } from './key-reader.ts';
import type { Look } from './look.ts';

/** One line to choose, by its key or with the arrows. */
export type MenuItem = {
  /** A blank where it is reached by the arrows alone. */
  readonly key: string;
  readonly label: string;
  readonly about: string;
  /** Shown, and not to be chosen. */
  readonly isOff?: boolean;
};

type Box = { readonly columns: number; readonly rows: number };

const longestLabel = 24;

/** The items as rows, the selected one marked by a sign and by weight; as many as fit, the selected among them. */
export function menuRows(
  items: readonly MenuItem[],
  selected: number,
  look: Look,
  { columns, rows }: Box,
): readonly string[] {
  const from = Math.max(0, Math.min(selected - Math.floor(rows / 2), items.length - rows));
  const width = Math.min(
    longestLabel,
    items.reduce((most, { label }) => Math.max(most, cellWidth(label)), 0),
  );
  return items
    .slice(from, from + rows)
    .map((item, index) => menuRow(item, from + index === selected, look, { columns, width }));
}

function menuRow(
  { key, label, about, isOff = false }: MenuItem,
  isSelected: boolean,
  { theme }: Look,
  { columns, width }: { readonly columns: number; readonly width: number },
): string {
  const name = cutToWidth(label, width);
  const gap = ' '.repeat(width - cellWidth(name));
  const weight = isOff ? 'quiet' : isSelected ? 'selected' : 'strong';
  const sign = isSelected ? theme('key', '>') : ' ';
  const row = `${sign} ${theme('key', key)}  ${theme(weight, name + gap)}  ${about}`;
  return cutStyled(row, columns);
}

/** Where a key leads: a line up or down, to an end, or to the item whose key it is; undefined for any other. None is selected below 0. */
export function movedTo(
  typed: Typed,
  items: readonly Pick<MenuItem, 'key'>[],
  selected: number,
): number | undefined {
  if (typed.type === 'character') {
    const at = items.findIndex(({ key }) => key !== ' ' && key === typed.character.toLowerCase());
    return at < 0 ? undefined : at;
  }
  if (typed.type !== 'named' || items.length === 0) return undefined;
  switch (typed.name) {
    case 'up':
      return (Math.max(0, selected) + items.length - 1) % items.length;
    case 'down':
    case 'tab':
      return (selected + 1) % items.length;
    case 'home':
    case 'page-up':
      return 0;
    case 'end':
    case 'page-down':
      return items.length - 1;
    default:
      return undefined;
  }
}

/** What else a key asks of a menu, where no item has it. */
export function menuMeaning(typed: Typed): 'open' | 'back' | 'leave' | undefined {
  if (typed.type === 'character') {
    const character = typed.character.toLowerCase();
    if (character === 'q') return 'leave';
    return character === 'b' ? 'back' : undefined;
  }
  if (typed.type !== 'named') return undefined;
  if (typed.name === 'end-of-input') return 'leave';
  if (typed.name === 'left' || typed.name === 'backspace') return 'back';
  return typed.name === 'enter' || typed.name === 'right' ? 'open' : undefined;
}
