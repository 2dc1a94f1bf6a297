const unseen = /[\p{C}\p{Zl}\p{Zp}]+/gu;

/** A text on its way into or out of a file: no controls, escapes or bidi marks, one line, `most` characters. */
export const cleanText = (text: string, most = 200): string =>
  text
    .replace(unseen, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
