import { enter } from '../session/door.ts';
import { factDoor } from '../session/doors/fact.ts';
import type { Fact } from '../session/facts.ts';
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
  const parsed = enter(factDoor, value);
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

function isKnownType(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  const { type } = value;
  return factDoor.schema().options.some(({ shape }) => shape.type.value === type);
}
