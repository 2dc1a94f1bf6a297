import { cleanText } from '../clean-text.ts';
import type { Definition } from './fit-definition.ts';
import { numberAt, textAt } from './fit-values.ts';

/** One data message by its field numbers; `own` reads a developer field, and is empty where those are not ours. */
export type FitMessage = {
  readonly number: (field: number) => number | undefined;
  readonly text: (field: number) => string;
  readonly own: (field: number) => string;
};

export const messageAt = (
  bytes: Uint8Array,
  definition: Definition,
  from: number,
  isOurs: boolean,
): FitMessage => ({
  number: (field) => numberAt(bytes, definition, from, field),
  text: (field) => cleanText(textAt(bytes, from, definition.fields[field])),
  own: (field) => (isOurs ? cleanText(textAt(bytes, from, definition.own.get(field))) : ''),
});
