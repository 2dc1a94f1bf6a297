const unseen = /(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu;

/** A text in which controls, bidi marks and the like are written as \u escapes, fit for a terminal; line breaks stay, and JSON keeps its meaning. */
export const visible = (text: string): string => text.replace(unseen, escaped);

/** The same of one line; a line break in it is written as an escape too. */
export const visibleLine = (text: string): string => visible(text).replaceAll('\n', '\\n');

function escaped(character: string): string {
  let codes = '';
  for (let at = 0; at < character.length; at += 1) {
    codes += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return codes;
}
