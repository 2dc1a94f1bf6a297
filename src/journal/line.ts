import { type Fact, type FactOf, factSchema } from '../session/facts.ts';
import type { SessionHeader } from '../session/header.ts';

/** A header or a fact as one line of a journal, its newline included. JSON escapes whatever would break the line. */
export const lineOf = (value: SessionHeader | Fact): string => `${JSON.stringify(value)}\n`;

export type LineReading =
  | { readonly fact: Fact; readonly problem?: never }
  | { readonly problem: string; readonly fact?: never };

/** Reads one line without its newline; total: what is no fact comes back as the reason. */
export function readFactLine(line: string): LineReading {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { problem: line.includes('\0') ? 'NUL bytes, as a power cut leaves' : 'not JSON' };
  }
  if (isMeasured(value)) return { fact: value };
  const parsed = factSchema.safeParse(value);
  if (parsed.success) return { fact: parsed.data };
  if (!isKnownType(value)) return { problem: 'unknown fact' };
  return { problem: firstIssue(parsed.error) };
}

/** A zod error's first issue as a part of a sentence. */
export function firstIssue(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'invalid';
  const message = issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  return issue.path.length === 0 ? message : `${issue.path.map(String).join('.')}: ${message}`;
}

const knownTypes: ReadonlySet<unknown> = new Set(
  factSchema.options.map((option) => option.shape.type.value),
);

function isKnownType(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value
    ? knownTypes.has(value.type)
    : false;
}

/** Exactly a measurement that the schema would give back unchanged; what is any different goes the long way. */
function isMeasured(value: unknown): value is FactOf<'measured'> {
  if (typeof value !== 'object' || value === null) return false;
  const fields: { readonly [K in keyof FactOf<'measured'>]?: unknown } = value;
  return (
    fields.type === 'measured' &&
    isFiniteNumber(fields.atMs) &&
    fields.atMs >= 0 &&
    isFiniteNumber(fields.bpm) &&
    Array.isArray(fields.rrIntervalsMs) &&
    fields.rrIntervalsMs.every(isFiniteNumber) &&
    (fields.skinContact === undefined || typeof fields.skinContact === 'boolean') &&
    (fields.energyKj === undefined || isFiniteNumber(fields.energyKj)) &&
    (fields.distrust === undefined || distrusts.has(fields.distrust)) &&
    Object.keys(value).every(isFieldOfMeasured)
  );
}

const distrusts: ReadonlySet<unknown> = new Set(['no-contact', 'implausible', 'frozen']);

function isFieldOfMeasured(key: string): boolean {
  switch (key) {
    case 'type':
    case 'atMs':
    case 'bpm':
    case 'rrIntervalsMs':
    case 'skinContact':
    case 'energyKj':
    case 'distrust':
      return true;
    default:
      return false;
  }
}

const isFiniteNumber = (value: unknown): value is number => Number.isFinite(value);
