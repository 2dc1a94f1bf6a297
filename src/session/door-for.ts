import type * as z from 'zod';
import type { Door } from './door.ts';
import { type PlainCheck, plainCheck } from './plain-check.ts';

/** The door of a schema, whose check is made when it is first used. */
export function doorFor<Schema extends z.ZodType>(schema: Schema): Door<Schema> {
  let check: PlainCheck | undefined;
  return {
    isPlain: (value): value is z.output<Schema> => {
      check ??= plainCheck(schema);
      return check(value);
    },
    schema: () => schema,
  };
}
