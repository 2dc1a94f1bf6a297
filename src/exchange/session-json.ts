import * as z from 'zod';
import { type Fact, factSchema } from '../session/facts.ts';
import { headerSchema, type SessionHeader } from '../session/header.ts';
import { disclaimer } from './disclaimer.ts';
import { ExchangeError } from './exchange-error.ts';

const schemaName = 'pulsepace/session/1';
const sessionSchema = z.object({
  schema: z.literal(schemaName),
  disclaimer: z.string().optional(),
  header: headerSchema,
  facts: z.array(factSchema),
});

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
  const parsed = sessionSchema.safeParse(value);
  if (parsed.success) return { header: parsed.data.header, facts: parsed.data.facts };
  const [issue] = parsed.error.issues;
  throw new ExchangeError(
    `it is not as the schema has it (${issue?.path.map(String).join('.')}: ${issue?.message})`,
  );
}

/** The JSON Schema of such a document. */
export const sessionJsonSchema = (): Readonly<Record<string, unknown>> => {
  const { $schema, ...rest } = z.toJSONSchema(sessionSchema, { io: 'input' });
  return { $schema, title: 'A session of pulsepace', ...rest };
};
