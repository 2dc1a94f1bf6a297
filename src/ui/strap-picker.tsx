import type { ReactNode } from 'react';
import { bigText, bigTextRows } from './big-digits.ts';
import { cutToWidth } from './cell-width.ts';
import type { KeyHint } from './key-meaning.ts';
import type { Look } from './look.ts';
import { type MenuItem, menuRows } from './menu.ts';
import { Page, pageColumns, pageRows } from './page.tsx';
import { wrapText } from './wrap-text.ts';

/** The straps in reach and what is heard of one of them; plain data in its final words. */
export type StrapPickerModel = {
  readonly items: readonly MenuItem[];
  /** The line listened to; none while the search goes on. */
  readonly selected: number | undefined;
  /** What is heard of it, in words and, where it is a pulse, in digits. */
  readonly heard?: { readonly text: string; readonly digits?: string };
  /** The name of the strap that a yes would take. */
  readonly takes?: string;
};

type Props = {
  readonly model: StrapPickerModel;
  readonly look: Look;
  readonly columns: number;
  readonly rows: number;
};

const hint = 'None yet: wear the strap and wet it; end its connection to a watch or phone.';
const longestName = 16;
const tallestDigits = 7;

/** The live list of straps, and the pulse of the one listened to, large enough to be compared with one's own. */
export function StrapPicker({ model, look, columns, rows }: Props): ReactNode {
  const { items, selected, heard, takes } = model;
  const width = pageColumns(columns);
  const room = pageRows({ columns, rows });
  const heardRows = heard === undefined ? 0 : 1;
  const menu = menuRows(items, selected ?? -1, look, {
    columns: width,
    rows: Math.max(1, room - heardRows),
  });
  const none = items.length === 0 ? wrapText(hint, width) : [];
  const sentence = heard === undefined ? [] : [look.theme('strong', cutToWidth(heard.text, width))];
  const left = room - menu.length - heardRows - 1;
  const digits = heard?.digits ?? '';
  const height = digits === '' ? 0 : bigTextRows(digits, Math.min(tallestDigits, left), width);
  const picture =
    height < 3
      ? []
      : ['', ...bigText(digits, height, look).map((line) => look.theme('easy', line))];
  return (
    <Page
      look={look}
      columns={columns}
      rows={rows}
      title="heart straps in reach"
      right={selected === undefined ? 'searching' : 'listening'}
      body={[...none, ...menu, ...sentence, ...picture]}
      brief={
        heard?.text ?? (items.length === 0 ? hint : items.map(({ label }) => label).join(' · '))
      }
      keys={keysOf(takes, selected !== undefined)}
    />
  );
}

function keysOf(takes: string | undefined, isListening: boolean): readonly KeyHint[] {
  const take = { key: 'y', label: `takes ${cutToWidth(takes ?? '', longestName)}` };
  return [
    ...(takes === undefined ? [] : [take]),
    { key: 'q', label: 'leaves' },
    ...(isListening ? [{ key: 's', label: 'searches on' }] : []),
    { key: 'arrows, 1-9', label: 'listen' },
  ];
}
