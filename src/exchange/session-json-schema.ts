import * as z from 'zod';
import { factSchema } from '../session/facts.ts';
import { headerSchema } from '../session/header-schema.ts';

export const sessionSchema = z.object({
  schema: z.literal('pulsepace/session/1'),
  disclaimer: z.string().optional(),
  header: headerSchema,
  facts: z.array(factSchema),
});

/** Such a document's JSON Schema. */
export const sessionJsonSchema = (): Readonly<Record<string, unknown>> => {
  const { $schema, ...rest } = z.toJSONSchema(sessionSchema, { io: 'input' });
  return { $schema, title: 'A session of pulsepace', ...rest };
};
