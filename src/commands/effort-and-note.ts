import { cr10Words, effortWord } from '../review/effort-word.ts';
import { plainText } from '../ui/plain-text.ts';

export const cr10Scale = Object.entries(cr10Words)
  .map(([value, word]) => `${value} ${word}`)
  .join(' · ');

/** `3 of 10, moderate`; between two words the lower one. */
export function effortText(cr10: number): string {
  return `${cr10} of 10, ${effortWord(cr10)}`;
}

/** An effort from what was typed, in halves; undefined where it is none. */
export const effortFrom = (text: string): number | undefined =>
  /^(10|\d(\.5)?)$/.test(text.trim()) ? Number(text) : undefined;

const longestNote = 1000;

/** A note from what was typed, on one line and without control characters; undefined where nothing is left. */
export function noteFrom(text: string): string | undefined {
  const clean = plainText(text, longestNote);
  return clean === '' ? undefined : clean;
}
