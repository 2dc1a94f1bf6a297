import { InvalidArgumentError } from 'commander';

/** A commander parser for a whole number within bounds, both inclusive. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
  };

/** `max` for simulated time, or how many times faster than real. */
export function speed(text: string): number | 'max' {
  if (text === 'max') return 'max';
  const value = /^\d{1,4}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 0.1 && value <= 1000) return value;
  throw new InvalidArgumentError('It is a number from 0.1 to 1000, or max.');
}
