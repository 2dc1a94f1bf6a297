import type * as z from 'zod';

/** What a schema lets in. The bundle has the check ready-made, and reads the schema only for what does not pass it. */
export type Door<Schema extends z.ZodType> = {
  /** Whether it is exactly what the schema would give back; false also where that is not sure. */
  readonly isPlain: (value: unknown) => value is z.output<Schema>;
  readonly schema: () => Schema;
};

/** A value parsed: by its door alone where it is plain, which copies nothing. */
export const enter = <Schema extends z.ZodType>(
  { isPlain, schema }: Door<Schema>,
  value: unknown,
): z.ZodSafeParseResult<z.output<Schema>> =>
  isPlain(value) ? { success: true, data: value } : schema().safeParse(value);
