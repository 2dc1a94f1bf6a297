import type * as z from 'zod';
import type { limitOriginSchema, limitsSchema } from './limits-schema.ts';

export type LimitOrigin = z.infer<typeof limitOriginSchema>;
export type Limits = z.infer<typeof limitsSchema>;

/** The source's own numbers: where, in an untrained person, the body begins to lack oxygen. */
export const sourceLimits: Limits = {
  cautionBpm: 90,
  limitBpm: 100,
  cautionOrigin: 'source',
  limitOrigin: 'source',
};
