import { cutToWidth } from './cell-width.ts';

/** ASCII, and the marks that our own words are set with. */
const harmless = /^[\u0020-\u007e\u00b7\u2013\u2026]*$/;
// Controls, formats (bidi among them), lone surrogates, private and unassigned; line and paragraph separators; and the
// pictographs and joining jamo about whose width terminals disagree.
const unwelcome =
  /[\p{C}\p{Zl}\p{Zp}\p{Variation_Selector}\u1160-\u11ff\ud7b0-\ud7ff]|\p{Emoji_Modifier}|[\u{1f000}-\u{1faff}]/gu;
/** Whole escape sequences go, not only their first byte: CSI; OSC, DCS and their like with all they carry; the short ones. */
const escapes = new RegExp(
  [
    '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]',
    '(?:\\u001b[\\]PX^_]|[\\u0090\\u0098\\u009d-\\u009f])[^\\u0007\\u001b\\u009c]*(?:\\u0007|\\u001b\\\\|\\u009c)?',
    '\\u001b[ -/]*[0-~]',
  ].join('|'),
  'g',
);
const manyMarks = /(\p{M}{2})\p{M}+/gu;
const space = /\s/g;
const spaces = / +/g;

const longestInput = 4000;

/** A text from outside, made fit for a terminal: no control, escape or bidi characters, one line, at most `columns` wide. */
export function plainText(text: string, columns = 200): string {
  if (text.length <= columns && harmless.test(text)) return text;
  const clean = text
    .slice(0, longestInput)
    .replace(escapes, '')
    .replace(space, ' ')
    .replace(unwelcome, '')
    .replace(spaces, ' ')
    .normalize('NFC')
    .replace(manyMarks, '$1');
  return cutToWidth(clean.trim(), columns);
}
