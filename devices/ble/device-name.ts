const LONGEST = 40;
/** C0, C1, format characters such as bidirectional overrides, lone surrogates, private and unassigned. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/gu;
const MARKS = /(\p{M}{2})\p{M}+/gu;

/** A name off the air as it may reach a terminal: one line, no control, at most 40 characters. */
export function deviceName(raw: string | undefined): string {
  const plain = (raw ?? '')
    .replaceAll('\uFFFD', '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(UNPRINTABLE, '')
    .replaceAll(MARKS, '$1')
    .replaceAll(/ +/g, ' ')
    .trim();
  return [...plain].slice(0, LONGEST).join('') || 'unnamed strap';
}
