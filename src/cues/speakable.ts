const longest = 400;
const unspoken = /[^\p{L}\p{M}\p{N} .,;:!?'()/%+-]/gu;
const manyMarks = /(\p{M}{2})\p{M}+/gu;
/** What a voice might take for an option or a command of its own. */
const leading = /^[^\p{L}\p{N}]+/u;

/** A text from outside as words alone: letters, digits and plain punctuation on one line. */
export const speakable = (text: string): string =>
  text
    .slice(0, longest)
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(unspoken, '')
    .replace(manyMarks, '$1')
    .replace(/ {2,}/g, ' ')
    .replace(leading, '')
    .trim();

/** The same as a sentence, with a full stop where it has no end of its own. */
export function sentence(text: string): string {
  const words = speakable(text);
  return words === '' || /[.!?]$/.test(words) ? words : `${words}.`;
}

/** A length as a voice reads it: `1 minute 20 seconds`. */
export function lengthInWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const parts = [count(Math.floor(seconds / 60), 'minute'), count(seconds % 60, 'second')];
  return parts.filter((part) => part !== '').join(' ') || '0 seconds';
}

const count = (value: number, unit: string): string =>
  value === 0 ? '' : `${value} ${unit}${value === 1 ? '' : 's'}`;
