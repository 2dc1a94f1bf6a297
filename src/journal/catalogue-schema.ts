import * as z from 'zod';

/** A catalogue's own text: its version, and the figures of each journal beside the size and time it had then. */
export const catalogueSchema = <T>(version: number, figures: z.ZodType<T>) =>
  z.object({
    schemaVersion: z.literal(version),
    entries: z.array(
      z.object({ file: z.string(), bytes: z.number(), mtimeMs: z.number(), figures }),
    ),
  });
