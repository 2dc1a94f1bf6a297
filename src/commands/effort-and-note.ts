import { plainText } from '../ui/plain-text.ts';

/** Borg's CR10 in words. */
const words: Readonly<Record<number, string>> = {
  0: 'nothing at all',
  1: 'very light',
  2: 'light',
  3: 'moderate',
  4: 'somewhat hard',
  5: 'hard',
  7: 'very hard',
  10: 'as hard as can be',
};

export const cr10Words = Object.entries(words)
  .map(([value, word]) => `${value} ${word}`)
  .join(' · ');

/** `3 of 10, moderate`; between two words the lower one. */
export function effortText(cr10: number): string {
  const word = Object.entries(words).findLast(([value]) => Number(value) <= cr10)?.[1] ?? '';
  return `${cr10} of 10, ${word}`;
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
