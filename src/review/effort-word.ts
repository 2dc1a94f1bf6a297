/** Borg's CR10 in words, at the values that have one. */
export const cr10Words: Readonly<Record<number, string>> = {
  0: 'nothing at all',
  1: 'very light',
  2: 'light',
  3: 'moderate',
  4: 'somewhat hard',
  5: 'hard',
  7: 'very hard',
  10: 'as hard as can be',
};

/** An effort in a word; between two words the lower one. */
export const effortWord = (cr10: number): string =>
  Object.entries(cr10Words).findLast(([value]) => Number(value) <= cr10)?.[1] ?? '';
