import * as z from 'zod';

export const lockHolderSchema = z.looseObject({
  pid: z.number().int().positive(),
  host: z.string(),
  boot: z.string().optional(),
  processStart: z.string().optional(),
  /** UTC, ISO 8601. */
  startedAt: z.iso.datetime(),
  /** Tells one lock from the next of the same process. */
  nonce: z.string(),
});

/** Who holds a lock. */
export type LockHolder = z.infer<typeof lockHolderSchema>;
