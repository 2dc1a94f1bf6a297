import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    sessions: { type: 'string' },
    hours: { type: 'string' },
    days: { type: 'string' },
  },
  allowPositionals: true,
});

/** A whole number from the command line, such as `--rounds 3`; else the usual one. */
export function option(name: keyof typeof values, usual: number): number {
  const given = values[name];
  if (given === undefined) return usual;
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1) {
    throw new Error(`--${name} takes a whole number from 1, not ${JSON.stringify(given)}.`);
  }
  return number;
}
