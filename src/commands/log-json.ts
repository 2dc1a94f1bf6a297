const unseen = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** One line of JSON; controls, bidi marks and the like are escaped, so that it may be printed on a terminal. */
export const jsonLine = (value: unknown): string =>
  `${JSON.stringify(value).replace(unseen, escaped)}\n`;

function escaped(character: string): string {
  let codes = '';
  for (let at = 0; at < character.length; at += 1) {
    codes += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return codes;
}
