import { FAULT_KINDS, type Fault } from './fault.ts';
import { PERSONS, type Person, UNTRAINED } from './persons.ts';

/** Which heart, which chances, which mishaps; ready to be spread into {@link simulateStrap}'s options. */
export type SimulatorOptions = {
  readonly person: Person;
  readonly seed: number;
  readonly faults: readonly Fault[];
};

const KEYS = ['person', 'seed', 'faults'];
const DEFAULT_SEED = 1;
const MAX_SEED = 0xffff_ffff;
const MAX_TIME_MS = 48 * 3_600_000;
const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
]);
const FAULT_PATTERN = /^([^@+]*)(?:@(\d{1,9})(ms|s|m|h)(?:\+(\d{1,9})(ms|s|m|h))?)?$/;

/** Thrown and caught in this file only: the sentence for the user. */
class SpecError extends Error {}

/**
 * Parses `simulator[:part,part…]`, a part being `person=NAME`, `seed=0…4294967295`, `faults=FAULT`, or, after a
 * `faults=`, a further FAULT. FAULT is `KIND[@START[+LENGTH]]` with times like `500ms`, `120s`, `2m`, `1h` since the
 * strap was switched on; without LENGTH it lasts to the end, without START it is there from the beginning. Example:
 * `simulator:person=older,seed=7,faults=dropout@120s+20s,freeze@300s+70s`. Answers a sentence where it is wrong.
 */
export function parseSimulator(text: string): SimulatorOptions | string {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof SpecError) return error.message;
    throw error;
  }
}

function parse(text: string): SimulatorOptions {
  const [scheme, ...rest] = text.split(':');
  if (scheme !== 'simulator' || rest.length > 1) {
    throw new SpecError(
      `"${shown(text)}" is no simulator: write simulator or simulator:person=older,seed=7,faults=dropout@120s+20s.`,
    );
  }
  const values = gather(rest[0] ?? '');
  return {
    person: parsePerson(values.get('person')?.[0]),
    seed: parseSeed(values.get('seed')?.[0]),
    faults: (values.get('faults') ?? []).map(parseFault),
  };
}

/** Only `faults` may hold several values; a part without `=` is one more of them. */
function gather(parts: string): ReadonlyMap<string, string[]> {
  const values = new Map<string, string[]>();
  let listing: string[] | undefined;
  for (const part of parts === '' ? [] : parts.split(',')) {
    const equals = part.indexOf('=');
    const key = part.slice(0, Math.max(0, equals));
    if (equals < 0 && listing !== undefined) {
      listing.push(part);
    } else {
      checkKey(equals < 0 ? part : key, equals, values);
      const list = [part.slice(equals + 1)];
      values.set(key, list);
      listing = key === 'faults' ? list : undefined;
    }
  }
  return values;
}

function checkKey(key: string, equals: number, values: ReadonlyMap<string, unknown>): void {
  if (!KEYS.includes(key)) throw unknown('simulator setting', key, KEYS);
  if (equals < 0) {
    throw new SpecError(`The simulator's "${key}" has no value: write ${key}=… after it.`);
  }
  if (values.has(key)) {
    throw new SpecError(`The simulator's "${key}" is given twice: keep one of them.`);
  }
}

function parsePerson(name: string | undefined): Person {
  if (name === undefined) return UNTRAINED;
  const person = PERSONS.find((candidate) => candidate.name === name);
  if (person !== undefined) return person;
  throw unknown(
    'person for the simulator',
    name,
    PERSONS.map((candidate) => candidate.name),
  );
}

function parseSeed(text: string | undefined): number {
  if (text === undefined) return DEFAULT_SEED;
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (seed <= MAX_SEED) return seed;
  throw new SpecError(
    `The simulator's seed "${shown(text)}" is not one: give a whole number from 0 to ${MAX_SEED}.`,
  );
}

function parseFault(text: string): Fault {
  const [, name = '', start, startUnit, length, lengthUnit] = FAULT_PATTERN.exec(text) ?? [];
  if (name === '') {
    throw new SpecError(
      `The simulator's fault "${shown(text)}" cannot be read: write it like dropout@120s+20s, of ${FAULT_KINDS.join(', ')}.`,
    );
  }
  const kind = FAULT_KINDS.find((candidate) => candidate === name);
  if (kind === undefined) throw unknown('fault for the simulator', name, FAULT_KINDS);
  const fromMs = timeMs(text, start, startUnit) ?? 0;
  return { kind, fromMs, untilMs: fromMs + (timeMs(text, length, lengthUnit) ?? Infinity) };
}

function timeMs(fault: string, amount?: string, unit?: string): number | undefined {
  if (amount === undefined) return undefined;
  const ms = Number(amount) * (UNIT_MS.get(unit ?? '') ?? Number.NaN);
  if (ms <= MAX_TIME_MS) return ms;
  throw new SpecError(
    `The simulator's fault "${shown(fault)}" lies beyond 48 h: give an earlier start or a shorter length.`,
  );
}

function unknown(what: string, name: string, known: readonly string[]): SpecError {
  return new SpecError(`There is no ${what} called "${shown(name)}": choose ${known.join(', ')}.`);
}

function shown(text: string): string {
  const printable = text.replace(/[^ -~]/g, '?');
  return printable.length > 40 ? `${printable.slice(0, 40)}…` : printable;
}
