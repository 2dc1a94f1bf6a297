import type { ReactNode } from 'react';
import { cellWidth, cutStyled, cutToWidth } from './cell-width.ts';
import type { KeyHint } from './key-meaning.ts';
import type { Look } from './look.ts';
import { Page, pageColumns, pageRows } from './page.tsx';
import { wrapText } from './wrap-text.ts';

/** One line of the form. */
export type FormField = {
  readonly label: string;
  /** As it stands, or as it is being typed. */
  readonly value: string;
  /** Said in place of a value that is not set. */
  readonly otherwise: string;
};

/** A form to be filled in; plain data in its final words. */
export type ProfileFormModel = {
  readonly fields: readonly FormField[];
  /** One more than the last field is the line that saves. */
  readonly selected: number;
  readonly isTyping: boolean;
  /** What the selected field is for, and what it takes. */
  readonly about: readonly string[];
  readonly note?: string;
  readonly keys: readonly KeyHint[];
};

type Props = {
  readonly model: ProfileFormModel;
  readonly look: Look;
  readonly columns: number;
  readonly rows: number;
};

const save = 'Save';

/** What is known of a person, a line each, with what the selected line is for below. */
export function ProfileForm({ model, look, columns, rows }: Props): ReactNode {
  const { fields, selected, about, note, keys } = model;
  const width = pageColumns(columns);
  const room = pageRows({ columns, rows });
  const explained = about.flatMap((line) => wrapText(line, width)).slice(0, Math.max(0, room - 3));
  const listRows = Math.max(1, Math.min(fields.length + 1, room - explained.length));
  const from = Math.max(
    0,
    Math.min(selected - Math.floor(listRows / 2), fields.length + 1 - listRows),
  );
  const labels = fields.reduce((most, { label }) => Math.max(most, cellWidth(label)), 0);
  const list = [
    ...fields.map((_, index) => fieldRow(model, index, look, labels)),
    saveRow(model, look),
  ]
    .slice(from, from + listRows)
    .map((row) => cutStyled(row, width));
  const gap = room > listRows + explained.length ? [''] : [];
  const field = fields[selected];
  return (
    <Page
      look={look}
      columns={columns}
      rows={rows}
      title="your profile"
      right={field === undefined ? '' : `${selected + 1} of ${fields.length}`}
      body={[...list, ...gap, ...explained]}
      brief={field === undefined ? save : `${field.label}: ${shownValue(field, model.isTyping)}`}
      note={note}
      keys={keys}
    />
  );
}

function fieldRow(
  { fields, selected, isTyping }: ProfileFormModel,
  index: number,
  { theme }: Look,
  width: number,
): string {
  const field = fields[index];
  if (field === undefined) return '';
  const isSelected = index === selected;
  const sign = isSelected ? theme('key', '>') : ' ';
  const label = field.label + ' '.repeat(width - cellWidth(field.label));
  const value = shownValue(field, isSelected && isTyping);
  const isSet = field.value !== '' || (isSelected && isTyping);
  const said = isSet ? theme(isSelected ? 'selected' : 'strong', value) : theme('quiet', value);
  return `${sign} ${theme(isSelected ? 'strong' : 'plain', label)}  ${said}`;
}

const shownValue = ({ value, otherwise }: FormField, isTyping: boolean): string =>
  isTyping ? `${cutToWidth(value, 24)}_` : value === '' ? otherwise : cutToWidth(value, 40);

function saveRow({ fields, selected }: ProfileFormModel, { theme }: Look): string {
  const isSelected = selected === fields.length;
  return `${isSelected ? theme('key', '>') : ' '} ${theme(isSelected ? 'selected' : 'strong', save)}`;
}
