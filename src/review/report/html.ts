const safe = Symbol('markup');

/** Markup that `html` made; nothing read from a file can be one. */
export type Html = { readonly [safe]: string };

type Value = Html | string | number | undefined | readonly Value[];

/** A template of markup. Every text put into it is data: cleaned, escaped, and fit for a quoted attribute too. */
export function html(markup: TemplateStringsArray, ...values: readonly Value[]): Html {
  let text = markup[0] ?? '';
  for (const [index, value] of values.entries()) text += written(value) + (markup[index + 1] ?? '');
  return { [safe]: text };
}

/** The markup as text, to be written to a file. */
export const markupOf = (page: Html): string => page[safe];

function written(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escaped(readable(value));
  return isHtml(value) ? value[safe] : value.map(written).join('');
}

const isHtml = (value: Html | readonly Value[]): value is Html => safe in value;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** Longer than any note; a file cannot make a page of hundreds of megabytes. */
const longest = 4000;
/** Controls, formats (bidi marks among them), lone surrogates, private and unassigned; line and paragraph separators. */
const unseen = /[\p{C}\p{Zl}\p{Zp}]/gu;
const manyMarks = /(\p{M}{2})\p{M}+/gu;

const readable = (text: string): string =>
  text.slice(0, longest).replace(/\s+/g, ' ').replace(unseen, '').replace(manyMarks, '$1');
