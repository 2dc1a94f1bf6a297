import { isDeepStrictEqual } from 'node:util';

/** The values as text where all are the same; a faster wrong answer does not count, so else it throws. */
export function sameWork(values: Readonly<Record<string, unknown>>): string {
  const [[first, expected] = ['nothing', undefined], ...others] = Object.entries(values);
  for (const [name, value] of others) {
    if (!isDeepStrictEqual(value, expected)) {
      throw new Error(`${name} came to ${textOf(value)}, but ${first} to ${textOf(expected)}.`);
    }
  }
  return textOf(expected);
}

const textOf = (value: unknown): string => JSON.stringify(value)?.slice(0, 200) ?? 'undefined';
