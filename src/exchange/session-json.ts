import { enter } from '../session/door.ts';
import type { Fact } from '../session/facts.ts';
import type { SessionHeader } from '../session/header.ts';
import { disclaimer } from './disclaimer.ts';
import { sessionJsonDoor } from './doors/session-json.ts';
import { ExchangeError } from './exchange-error.ts';

const schemaName = 'pulsepace/session/1';

/** Whether a text is, or pretends to be, a session of ours as JSON. */
export const isSessionJson = (text: string): boolean =>
  /^\uFEFF?\s*\{\s*"schema"\s*:\s*"pulsepace\/session\//.test(text);

/** A whole journal as one JSON document, a fact a line. */
export function encodeSessionJson(header: SessionHeader, facts: readonly Fact[]): string {
  const lines = facts.map((fact) => JSON.stringify(fact));
  return `{"schema":${JSON.stringify(schemaName)},\n"disclaimer":${JSON.stringify(disclaimer)},\n"header":${JSON.stringify(header)},\n"facts":[\n${lines.join(',\n')}\n]}\n`;
}

/** Reads such a document. Throws an ExchangeError that says what in it is not as the schema has it. */
export function decodeSessionJson(text: string): { header: SessionHeader; facts: Fact[] } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new ExchangeError('it is no JSON, or was cut off');
  }
  const parsed = enter(sessionJsonDoor, value);
  if (parsed.success) return { header: parsed.data.header, facts: parsed.data.facts };
  const [issue] = parsed.error.issues;
  throw new ExchangeError(
    `it is not as the schema has it (${issue?.path.map(String).join('.')}: ${issue?.message})`,
  );
}
