import * as z from 'zod';

/** Where a limit comes from, strongest first. */
export const limitOriginSchema = z.enum([
  'key',
  'flag',
  'environment',
  'profile',
  'routine',
  'source',
]);

/** The pulse at which the guard warns (`caution`) and above which exercise stops (`limit`), each with its origin. */
export const limitsSchema = z
  .object({
    cautionBpm: z.number().int().min(40).max(220),
    limitBpm: z.number().int().min(40).max(220),
    cautionOrigin: limitOriginSchema,
    limitOrigin: limitOriginSchema,
  })
  .refine((limits) => limits.cautionBpm < limits.limitBpm, {
    message: 'caution must be lower than the limit',
  });
